const revealing =
  /^[^\p{L}\p{N}]*(?:(?:click|tap|press|here|to|the|a|an|my|see|show|view|reveal|expand|open|toggle|display|check|read|hidden|full|sample|suggested|correct|model|and|me|for)\s+)*(?:answers?|solutions?|explanation|show|reveal|hint|spoiler|respuesta|solución|resposta|réponse|solution|antwort|lösung|risposta|ответ|решение|відповідь|odpowiedź|cevap|yanıt|jawaban|答案|查看答案|点击查看|参考答案|解答|回答|答え|정답|답변|답|إجابة|الإجابة)[^\p{L}\p{N}]*$/iu

/** Whether a summary says that it hides an answer. */
export function isRevealing(text: string): boolean {
  return revealing.test(text)
}
