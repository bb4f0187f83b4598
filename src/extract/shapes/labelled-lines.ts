import {answerLabel, answerLabelWithColon, numberedAnswerLabel, questionLabel, questionWordAlone, wholeAnswerWord} from '../answer-label.ts'
import {readOrdinal} from '../ordinal.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {turnReading} from '../turn-reading.ts'
import type {ReadLabel} from '../turns.ts'

/**
 * Lines, items or quotations labelled as question and answer, in any of the languages of `answer-label.ts`.
 *
 * @example
 * ```markdown
 * Q: What is a topic?
 * A: A named log.
 *
 * **Question 2:** What is a partition?
 *
 * **Answer:** A piece of a topic.
 * ```
 */
export const labelledLines: Recogniser = {
  id: 'labelled-lines',
  recognise: (survey) => turnReading('labelled-lines', survey, labelReader(survey))
}

/** "A:" above "B:" is the first of several choices. */
const secondChoice = /^[^\p{L}\p{N}]*[Bb]\s*[:.)]/u

/** A card with gaps, of which another recogniser knows; here it only ends the answer above. */
const gapped = /^\s*C:(?:\s|$)/u

/** Letters for question and answer in the languages that use them. */
const letterPairs = ['QA', 'QR', 'PR', 'DR', 'FA', 'ВО', 'SC', 'SJ'] as const

/** How a document writes its questions and answers with one letter each and whatever sign: `Q.`, `P:`, `A -`. */
interface Letters {
  readonly asks: RegExp
  readonly answers: RegExp
}

/** What all lines have that a pair of letters or a choice begins; other lines need not be looked at for each pair. */
const signed = /^(?:\p{Lu}\s?\d*\s*[.):：\-–—]|[[【]\p{Lu}\s?\d*[\]】])/u

/** What may stand before a label: marks of direction, quotation, bullets, emphasis. */
const before = /^[\s>*_\-\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/u

/** A picture that asks and one that answers, in place of letters. */
const pictures: Letters = {
  asks: /^\s*(?:[❓❔]\ufe0f?|:(?:grey_)?question:)\s*(?=\S)/u,
  answers: /^\s*(?:(?:✅|✔|☑|💡|💬|🅰|👉|➡|🟢)\ufe0f?|:(?:white_check_mark|heavy_check_mark|bulb|speech_balloon|point_right):)\s*(?=\S)/u
}

/** Pictures label where each line that asks with one is answered by the next line with the other. */
function picturesOf({lines}: Survey): Letters | undefined {
  const bare = lines.flatMap((line) => (line.trim() === '' ? [] : [line.replace(before, '')]))
  const asking = bare.flatMap((line, at) => (pictures.asks.test(line) && !questionLabel.test(line.replace(/[*_]/g, '')) ? [at] : []))
  return asking.length >= 2 && asking.every((at) => pictures.answers.test(bare[at + 1] ?? '')) ? pictures : undefined
}

/** The pair of letters with which lines begin, one about as often as the other; none where "B" is a choice beside "A". */
function lettersOf({lines}: Survey): Letters | undefined {
  const bare = lines.map((line) => line.replace(before, '').replace(/^(.{1,6}?)[*_]+/u, '$1')).filter((line) => signed.test(line))
  if (bare.some((line) => /^B\s?[.):]\s/u.test(line))) return undefined
  const count = (letter: RegExp) => bare.filter((line) => letter.test(line)).length
  const found = letterPairs.map(([ask, answer]) => ({asks: beginsWith(ask ?? ''), answers: beginsWith(answer ?? '')}))
  return found.find((pair) => {
    const [asking, answering] = [count(pair.asks), count(pair.answers)]
    return asking >= 2 && answering * 2 >= asking && asking * 2 >= answering
  })
}

function beginsWith(letter: string): RegExp {
  const lead = '[\\s\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*'
  return new RegExp(`^${lead}(?:[[【]${letter}\\s?\\d*[\\]】]\\s*[:：]?|${letter}\\s?\\d*\\s*(?:[.):：](?=\\s|$)|[-–—](?=\\s)))\\s*`, 'u')
}

function labelReader(survey: Survey): ReadLabel {
  const letters = lettersOf(survey) ?? picturesOf(survey)
  return (line, next, emphasised) => {
    if (gapped.test(line) && !letters?.answers.test(line)) return {role: 'cloze', length: 0}
    const lead = readOrdinal(line)?.length ?? 0
    const own = letters?.asks.exec(line.slice(lead))
    const question = own ?? questionLabel.exec(line.slice(lead)) ?? emphasisedWord(line, emphasised)
    if (question && (own || question[0].length === line.length - lead || !isChapter(question[0], emphasised())))
      return {role: 'question', length: lead + question[0].length}
    // All that the others match but a number it matches too.
    const word = answerLabel.exec(line)
    const answer =
      letters?.answers.exec(line) ??
      (word && (emphasised() ? word : answerLabelWithColon.exec(line))) ??
      numberedAnswerLabel.exec(line) ??
      (word && wholeAnswerWord(line))
    if (!answer || (next !== undefined && secondChoice.test(next))) return undefined
    return {role: 'answer', length: answer[0].length}
  }
}

function emphasisedWord(line: string, emphasised: () => boolean): RegExpExecArray | null {
  const word = questionWordAlone.exec(line)
  return word && emphasised() ? word : null
}

/** "Task 3 is ..." in running text is no label; "Task 3: ..." is. */
function isChapter(label: string, emphasised: boolean): boolean {
  return !emphasised && !/[.:：)\]、．\-–—]/u.test(label)
}
