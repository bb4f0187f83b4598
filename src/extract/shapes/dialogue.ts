import type {Recogniser} from '../recogniser.ts'
import {turnReading} from '../turn-reading.ts'
import type {ReadLabel} from '../turns.ts'

/**
 * A conversation: one side asks, the other answers.
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
  recognise: (survey) => turnReading('dialogue', survey, readLabel)
}

const asking =
  'interviewer|user|me|you|human|student|teacher|professor|customer|host|recruiter|examiner|entrevistador|интервьюер|пользователь|面试官|用户|面接官|면접관'
const answering =
  'candidate|interviewee|assistant|chat ?gpt|gpt(?:-\\d)?|ai|bot|claude|gemini|copilot|guest|expert|agent|support|developer|applicant|candidato|кандидат|候选人|面试者|求职者|候補者|지원자'
const speaker = new RegExp(`^\\s*[\\[(]?(?:(${asking})|(${answering}))(?:\\s+said)?[\\])]?\\s*[:：]\\s*`, 'iu')

const readLabel: ReadLabel = (line) => {
  const match = speaker.exec(line)
  return match ? {role: match[1] ? 'question' : 'answer', length: match[0].length} : undefined
}
