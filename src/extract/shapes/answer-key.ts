import type {ListItem, PhrasingContent, RootContent} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {questionLabel} from '../answer-label.ts'
import {type HeadingZone, headingZones} from '../heading-zones.ts'
import {headsAnswers, isNamed} from '../heads-answers.ts'
import {numberedItems} from '../numbered-items.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A numbered list of questions under one heading and their answers, with the same numbers, under a later one.
 *
 * @example
 * ```markdown
 * ## Questions
 *
 * 1. What is a topic?
 * 2. What is a partition?
 *
 * ## Answers
 *
 * 1. A named log.
 * 2. A piece of a topic.
 * ```
 */
export const answerKey: Recogniser = {
  id: 'answer-key',
  recognise(survey) {
    const zones = headingZones(survey)
    const candidates: Candidate[] = []
    let asked: HeadingZone | undefined
    for (const zone of zones) {
      if (isNamed(questionLabel, zone.text)) asked = zone
      if (!asked || !headsAnswers(zone.text)) continue
      candidates.push(...pair(asked, zone, survey))
      asked = undefined
    }
    return {candidates, leftOver: [], confidence: candidates.length === 0 ? 0 : 0.97}
  }
}

function pair(asked: HeadingZone, answered: HeadingZone, survey: Survey): Candidate[] {
  const answers = new Map(numberedItems(answered).map(({number, item}) => [number, item]))
  const questions = numberedItems(asked)
  const known = questions.filter(({number}) => answers.has(number))
  if (known.length < 2 || known.length * 2 < questions.length) return []
  return questions.flatMap(({number, item}) => {
    const [first, ...rest] = item.children
    if (first?.type !== 'paragraph') return []
    const stem: readonly PhrasingContent[] = first.children
    const candidate = toCandidate(
      {recogniser: 'answer-key', stem, body: rest, answer: contentOf(answers.get(number)), position: item.position},
      survey
    )
    // The answer stands elsewhere; a card's place is that of its question.
    return [item.position ? {...candidate, position: item.position} : candidate]
  })
}

function contentOf(item: ListItem | undefined): readonly RootContent[] {
  return item ? item.children : []
}
