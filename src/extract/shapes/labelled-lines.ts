import {answerLabel, answerLabelWithColon, numberedAnswerLabel, questionLabel} from '../answer-label.ts'
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

/** "Q. ..." and "A. ..." begin lines as often as each other, and no "B. ..." does. */
function pairsLetters({lines}: Survey): boolean {
  const count = (letter: RegExp) => lines.filter((line) => letter.test(line)).length
  const [asked, answered] = [count(/^[\s>*_-]*Q\s?\d*[.)]\s/u), count(/^[\s>*_-]*A\s?\d*[.)]\s/u)]
  return asked >= 2 && answered >= 2 && answered * 2 >= asked && asked * 2 >= answered && count(/^[\s>*_-]*B[.)]\s/u) === 0
}

function labelReader(survey: Survey): ReadLabel {
  const letters = pairsLetters(survey)
  return (line, next, emphasised) => {
    if (gapped.test(line)) return {role: 'cloze', length: 0}
    const lead = readOrdinal(line)?.length ?? 0
    const question = questionLabel.exec(line.slice(lead))
    if (question && !isChapter(question[0], emphasised)) return {role: 'question', length: lead + question[0].length}
    const answer =
      (emphasised || letters ? answerLabel : answerLabelWithColon).exec(line) ?? numberedAnswerLabel.exec(line) ?? wholeWord(line)
    if (!answer || (next !== undefined && secondChoice.test(next))) return undefined
    return {role: 'answer', length: answer[0].length}
  }
}

/** "Ans. ..." needs no colon; "A. ..." is a choice. */
function wholeWord(line: string): RegExpExecArray | null {
  const match = answerLabel.exec(line)
  return match && match[0].replace(/[^\p{L}]/gu, '').length >= 3 ? match : null
}

/** "Task 3 is ..." in running text is no label; "Task 3: ..." is. */
function isChapter(label: string, emphasised: boolean): boolean {
  return !emphasised && !/[.:：)\]、．\-–—]/u.test(label)
}
