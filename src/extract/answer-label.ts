/**
 * Words that people write before a question, before an answer and before what belongs to it, in the languages with most READMEs.
 * Lower case; a word of one letter counts only with its punctuation.
 */
const questionWords = [
  ...['q', '\\?', 'question', 'ques', 'problem', 'exercise', 'task', 'prompt', 'front'],
  ...[
    'pregunta',
    'pergunta',
    'questão',
    'questao',
    'frage',
    'domanda',
    'вопрос',
    'питання',
    'pytanie',
    'soru',
    'vraag',
    'pertanyaan',
    'fråga',
    'otázka',
    'kérdés',
    'întrebare',
    'întrebarea',
    'pitanje',
    'pyetja',
    'spørgsmål',
    'spørsmål',
    'kysymys',
    'въпрос',
    'питање',
    'ερώτηση'
  ],
  ...['câu hỏi', 'câu', 'سؤال', 'السؤال', 'س', 'پرسش', 'प्रश्न', 'प्र', 'প্রশ্ন', 'שאלה', 'คำถาม'],
  ...['问', '问题', '題目', '题目', '面试题', '問', '問題', '質問', '問い', '질문', '문제', '문']
] as const

/** Words that head a part of a text as well. */
const vague: ReadonlySet<string> = new Set(['problem', 'exercise', 'prompt', 'front'])

const answerWords = [
  ...['a', 'ans', 'answer', 'answers', 'sol', 'soln', 'solution', 'response', 'reply', 'back'],
  ...['respuesta', 'solución', 'resposta', 'resp', 'réponse', 'reponse', 'antwort', 'lösung', 'risposta', 'soluzione', 'ответ', 'решение'],
  ...[
    'відповідь',
    'odpowiedź',
    'cevap',
    'yanıt',
    'çözüm',
    'antwoord',
    'jawaban',
    'jawab',
    'svar',
    'odpověď',
    'trả lời',
    'câu trả lời',
    'đáp án',
    'válasz',
    'răspuns',
    'răspunsul',
    'odgovor',
    'përgjigja',
    'përgjigje',
    'vastaus',
    'отговор',
    'одговор',
    'απάντηση'
  ],
  ...['إجابة', 'الإجابة', 'جواب', 'الجواب', 'ج', 'پاسخ', 'उत्तर', 'उ', 'উত্তর', 'תשובה', 'คำตอบ', 'เฉลย'],
  ...['答', '答案', '回答', '解答', '解', '参考答案', '參考答案', '解説', '答え', '정답', '답변', '답', '해설']
] as const

const softAnswerWords = [
  'solution',
  'response',
  'reply',
  'back',
  'solución',
  'lösung',
  'soluzione',
  'решение',
  'çözüm',
  '解',
  '解説',
  '해설'
] as const

/** What may stand before an answer word: "Strong answer", "The correct answer", "Sample answer", "Short answer". */
const answerAdjectives =
  '(?:(?:the|a|an|my|our|your|strong|sample|model|short|long|brief|detailed|quick|possible|suggested|correct|right|example|ideal|good|best|expected|full|final|simple|expert|proposed)\\s+){0,3}'

/** White space, marks of direction and pictures before a label. In what follows no two runs of white space may meet: dividing a long one would be quadratic. */
const lead = '(?:\\s|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Extended_Pictographic}|\\ufe0f|\\u200d|:[a-z0-9_+-]+:)*'
const colon = '[:：﹕]'
const ordinal = '(?:[#№]?\\s*[0-9０-９]+(?:\\.[0-9]+)*|[ivx]+)'

/** What may stand before a question word: "Main question", "Follow-up question". */
const questionAdjectives =
  '(?:(?:main|follow-?up|interview|sample|example|practice|bonus|extra|new|review|revision|discussion|comprehension|chapter|exam|test|quiz|self-?(?:check|test)|multiple[- ]choice|short[- ]answer)\\s+)?'

/** `Question 4.`, `Q3:`, `Q.`, `问题1：`, `Frage:`; the letters alone ("Q learning") are no label. */
export const questionLabel: RegExp = new RegExp(
  `^${lead}(?:[\\[(【]\\s*)?${questionAdjectives}(?:${alternatives(questionWords)})(?:\\s*[-–]\\s*|\\.(?=\\S)|\\s*)(?:${ordinal}(?:\\s*[\\])】])?\\s*(?:[.)、．]|${colon}|[-–—](?=\\s)|$|(?<=[\\])】])|(?=\\s))|[\\])】]?\\s*(?:${colon}|\\.(?=\\s)|\\)(?=\\s)))[\\s.:：-]*(?!(?:19|20)\\d\\d\\b)`,
  'iu'
)

/** `**Question**`, `__Practice question__`: all of an emphasised line. Words that head a part of a text too ("Problem") are none. */
export const questionWordAlone: RegExp = new RegExp(
  `^${lead}${questionAdjectives}(?:${alternatives(questionWords.filter((word) => word.length > 4 && !vague.has(word)))})\\s*$`,
  'iu'
)

/** `Answer:`, `A.`, `**Strong answer:**`, `答案：`; on a line of its own the colon may be missing. */
export const answerLabel: RegExp = answerPattern(answerWords, '', `(?:${colon}|[.)](?=\\s|$)|[-–—](?=\\s)|\\s*$)[\\s:：]*`)

/** The same words with a colon, which alone is enough inside a paragraph. */
export const answerLabelWithColon: RegExp = answerPattern(answerWords, '', `${colon}\\s*`)

/** `A2:`, `Answer 3.`: only where questions are numbered too; "Solution 1" inside an answer is one of several. */
export const numberedAnswerLabel: RegExp = answerPattern(answerWords, `\\s*${ordinal}`, `(?:${colon}|[.)](?=\\s))[\\s:：]*`)

/** "Ans. ..." needs no colon; "A. ..." is a choice. */
export function wholeAnswerWord(line: string): RegExpExecArray | null {
  const match = answerLabel.exec(line)
  return match && match[0].replace(/[^\p{L}]/gu, '').length >= 3 ? match : null
}

/** `Answer - ...`; words that may also head a part of an answer need more. */
export function dashedAnswerWord(line: string): RegExpExecArray | null {
  const label = softAnswerLabel.test(line) ? null : wholeAnswerWord(line)
  return label && /[-–—]\s*$/u.test(label[0]) ? label : null
}

/** Words that may also head a part of an answer. */
export const softAnswerLabel: RegExp = answerPattern(softAnswerWords, '', '(?![\\p{L}\\p{N}])')

/** "Explanation:" after an answer: why the right option is right. */
export const explanationLabel: RegExp = new RegExp(
  `^\\s*(?:${alternatives(['explanation', 'reason', 'why', 'rationale', 'explicación', 'explicação', 'explication', 'erklärung', 'begründung', 'spiegazione', 'объяснение', 'пояснение', 'açıklama', 'giải thích', 'الشرح', '解析', '解释', '説明', '解説', '해설', '설명'])})\\s*(?:${colon}|\\s*$)\\s*`,
  'iu'
)

function answerPattern(words: readonly string[], number: string, end: string): RegExp {
  return new RegExp(
    `^${lead}(?:[\\[(【]\\s*)?${answerAdjectives}(?:${alternatives(words)})(?:\\s*[&＆和与及/]\\s*\\p{L}{1,11})?${number}(?:\\s*[\\])】])?\\s*${end}`,
    'iu'
  )
}

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}
