import type {Recogniser} from '../recogniser.ts'
import {speakersOf} from '../speakers.ts'
import type {Survey} from '../survey.ts'
import {turnReading} from '../turn-reading.ts'
import type {ReadLabel} from '../turns.ts'

/**
 * A conversation: one side asks, the other answers. Roles are known by their words; of two names or initials that take turns, one asks.
 *
 * @example
 * ```markdown
 * **Interviewer:** What is a topic?
 *
 * **Candidate:** A named log.
 *
 * **Interviewer:** And a partition?
 *
 * **Candidate:** A piece of a topic.
 * ```
 */
export const dialogue: Recogniser = {
  id: 'dialogue',
  recognise: (survey) => turnReading('dialogue', survey, labelReader(survey))
}

const asking =
  'interviewer|user|me|you|human|student|teacher|professor|customer|host|recruiter|examiner|entrevistador|интервьюер|пользователь|面试官|用户|面接官|면접관'
const answering =
  'candidate|interviewee|assistant|chat ?gpt|gpt(?:-\\d)?|ai|bot|claude|gemini|copilot|guest|expert|agent|support|developer|applicant|candidato|кандидат|候选人|面试者|求职者|候補者|지원자'
const speaker = new RegExp(`^\\s*[\\[(]?(?:(${asking})|(${answering}))(?:\\s+said)?[\\])]?\\s*[:：]\\s*`, 'iu')

function labelReader({lines}: Survey): ReadLabel {
  const names = speakersOf(lines)
  return (line) => {
    if (!/[:：]/.test(line)) return undefined // Most lines: nobody speaks.
    const match = speaker.exec(line)
    if (match) return {role: match[1] ? 'question' : 'answer', length: match[0].length}
    const named = names && name.exec(line)
    const role = named?.[1] === names?.asks ? 'question' : named?.[1] === names?.answers ? 'answer' : undefined
    return named && role ? {role, length: named[0].length} : undefined
  }
}

/** At most two words and a colon. */
const name = /^\s*(\p{L}[^\s:：]{0,20}(?: [^\s:：]{1,20})?)\s?[:：]\s*/u
