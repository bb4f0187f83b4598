import {answerLabel, answerLabelWithColon, numberedAnswerLabel, questionLabel, wholeAnswerWord} from '../answer-label.ts'
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

/** Single letters with whatever sign: `Q.`, `Q1)`, `A -`. */
const letterAsks = /^\s*Q\s?\d*\s*(?:[.):：]|[-–—](?=\s))\s*/u
const letterAnswers = /^\s*A\s?\d*\s*(?:[.):：]|[-–—](?=\s))\s*/u

/** Lines begin with "Q" about as often as with "A", and none with "B", as among choices. */
function pairsLetters({lines}: Survey): boolean {
  const bare = lines.map((line) => line.replace(/^[\s>*_-]+/u, ''))
  const count = (letter: RegExp) => bare.filter((line) => letter.test(line)).length
  const [asking, answering] = [count(letterAsks), count(letterAnswers)]
  return asking >= 2 && answering * 2 >= asking && asking * 2 >= answering && !bare.some((line) => /^B\s?[.):]\s/u.test(line))
}

function labelReader(survey: Survey): ReadLabel {
  const letters = pairsLetters(survey)
  return (line, next, emphasised) => {
    if (gapped.test(line)) return {role: 'cloze', length: 0}
    const lead = readOrdinal(line)?.length ?? 0
    const question = (letters ? letterAsks.exec(line.slice(lead)) : null) ?? questionLabel.exec(line.slice(lead))
    if (question && !isChapter(question[0], emphasised)) return {role: 'question', length: lead + question[0].length}
    const answer =
      (letters ? letterAnswers.exec(line) : null) ??
      (emphasised ? answerLabel : answerLabelWithColon).exec(line) ??
      numberedAnswerLabel.exec(line) ??
      wholeAnswerWord(line)
    if (!answer || (next !== undefined && secondChoice.test(next))) return undefined
    return {role: 'answer', length: answer[0].length}
  }
}

/** "Task 3 is ..." in running text is no label; "Task 3: ..." is. */
function isChapter(label: string, emphasised: boolean): boolean {
  return !emphasised && !/[.:：)\]、．\-–—]/u.test(label)
}
