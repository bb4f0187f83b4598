import type {Candidate} from '../../guide/candidate.ts'
import {sliceInline} from '../../mdast/slice-inline.ts'
import {answerLabel, answerLabelWithColon, questionLabel} from '../answer-label.ts'
import {type HeadingZone, headingZones} from '../heading-zones.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * Headings that name the fields of a note: "Front" and "Back", "Question" and "Answer"; or that hold them: "Q: ..." and "A: ...".
 *
 * @example
 * ```markdown
 * # Note
 *
 * ## Front
 *
 * What is a topic?
 *
 * ## Back
 *
 * A named log.
 * ```
 */
export const fieldHeadings: Recogniser = {
  id: 'field-headings',
  recognise(survey) {
    const zones = headingZones(survey)
    const candidates = zones.flatMap((zone, at) => fromZones(zone, zones[at + 1], survey) ?? fromLabels(zone, zones[at + 1], survey) ?? [])
    return {candidates, leftOver: [], confidence: candidates.length === 0 ? 0 : 0.97}
  }
}

function fromZones(front: HeadingZone, back: HeadingZone | undefined, survey: Survey): Candidate | undefined {
  if (!back || back.level !== front.level || !names(questionLabel, front.text) || !names(answerLabel, back.text)) return undefined
  const [stem, ...rest] = front.body.map(({node}) => node)
  if (stem?.type !== 'paragraph') return undefined
  const {parent} = front
  const id = parent?.own.flatMap(({node}) => (node.type === 'code' ? (/^guid:\s*(\S+)/m.exec(node.value)?.[1] ?? []) : []))[0]
  return toCandidate(
    {
      recogniser: 'field-headings',
      stem: stem.children,
      body: rest,
      answer: back.body.map(({node}) => node),
      ...(id === undefined ? {} : {id}),
      position: front.block.node.position
    },
    survey
  )
}

/** `## Q: What is a topic?` above `## A: A named log`. */
function fromLabels(front: HeadingZone, back: HeadingZone | undefined, survey: Survey): Candidate | undefined {
  if (!back || back.level !== front.level) return undefined
  const label = answerLabelWithColon.exec(back.text)?.[0]
  if (label === undefined || !/[:：]/u.test(questionLabel.exec(front.text)?.[0] ?? '')) return undefined
  const place = back.block.node.position ? {position: back.block.node.position} : {}
  const answer = {type: 'paragraph' as const, children: sliceInline(back.stem, label.length), ...place}
  return toCandidate(
    {
      recogniser: 'field-headings',
      stem: front.stem,
      body: front.body.map(({node}) => node),
      answer: [...(answer.children.length > 0 ? [answer] : []), ...back.body.map(({node}) => node)],
      position: front.block.node.position
    },
    survey
  )
}

/** The heading is the label and nothing else. */
function names(label: RegExp, text: string): boolean {
  const word = text.replace(/[:：\s]+$/u, '')
  return (label.exec(`${word}:`)?.[0].length ?? 0) > word.length && word.length > 1
}
