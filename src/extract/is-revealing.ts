const nouns =
  "answers?|solutions?|explanations?|respuestas?|solución|soluciones|respostas?|solução|réponses?|antwort(?:en)?|lösung(?:en)?|rispost[ae]|soluzion[ei]|ответы?|решени[ея]|відповід[ьі]|розв['’]язок|odpowiedź|odpowiedzi|rozwiązanie|cevab?[ıp]?|yanıtı?|çözümü?|jawaban|jawabannya|đáp án|(?:câu )?trả lời|lời giải|答案|参考答案|答案解析|解析|解答|回答|答え|正解|解説|정답|답변|답안|답|해설|풀이|(?:ال)?إجابة|(?:ال)?جواب|(?:ال)?حل|پاسخ|उत्तर|válasz(?:ok)?|răspuns(?:ul)?|odgovori?|përgjigj[ae]|vastaus|отговор|одговор|απάντηση|תשובה|คำตอบ|เฉลย|svar|odpověď|antwoord"
const verbs =
  'click|tap|press|here|to|the|a|an|my|see|show|view|reveal|expand|open|toggle|display|check|read|get|hidden|full|sample|suggested|possible|correct|model|and|me|for|ver|mostrar|la|el|las|los|a|as|o|os|haz|clic|para|clique|voir|afficher|le|les|zeige?n?|anzeigen|die|der|das|mostra|vedi|показать|посмотреть|смотреть|показати|дивитися|pokaż|zobacz|lihat|tampilkan|xem|gợi ý|hiện|عرض|إظهار|نمایش'
const hanVerbs = '点击|點擊|查看|显示|顯示|展开|展開|参考'
const after = 'anzeigen|zeigen|einblenden|ansehen|göster|gör|görüntüle|を見る|を表示|表示|보기|확인|확인하기|펼치기'
const alone = 'show|reveal|hint|spoiler|点击查看|點擊查看|点击展开|展开|顯示|显示'

const revealing = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:${verbs})[\\s:：]+|(?:${hanVerbs})\\s?)*(?:(?:${nouns})(?:\\s*(?:${after}))?|${alone})[^\\p{L}\\p{N}]*$`,
  'iu'
)

/** Whether a summary says that it hides an answer. */
export function isRevealing(text: string): boolean {
  return text.length <= 80 && revealing.test(text)
}
