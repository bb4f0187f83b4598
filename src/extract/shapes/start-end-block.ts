import type {Code, Paragraph, RootContent} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {sliceInline} from '../../mdast/slice-inline.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'
import {type ReadLabel, type Turn, toTurns} from '../turns.ts'
import {withGaps} from '../with-gaps.ts'

/**
 * Blocks between `START` and `END` with the name of a note type and labelled fields, or fenced blocks marked `anki`.
 *
 * @example
 * ````markdown
 * START
 * Basic
 * What is a topic?
 * Back: A named log.
 * Tags: kafka basics
 * END
 *
 * ```anki
 * What is a partition?
 * ---
 * A piece of a topic.
 * ```
 * ````
 */
export const startEndBlock: Recogniser = {
  id: 'start-end-block',
  recognise(survey) {
    const turns = survey.source.includes('START') ? toTurns(survey, readLabel) : []
    const blocks = turns.flatMap((turn, at) => (turn.role === 'start' ? (fromTurns(turns, at, survey) ?? []) : []))
    const fences = survey.blocks.flatMap(({node}) =>
      node.type === 'code' && /^(?:anki|flashcards?|card)$/i.test(node.lang ?? '') ? fromFence(node, survey) : []
    )
    const lines = survey.blocks.flatMap(({node}) => (node.type === 'paragraph' ? fromLine(node, survey) : []))
    const candidates = [...blocks, ...fences, ...lines].sort((a, b) => (a.position.start.offset ?? 0) - (b.position.start.offset ?? 0))
    return {candidates, leftOver: [], confidence: candidates.length === 0 ? 0 : 0.97}
  }
}

const labels: readonly [role: string, pattern: RegExp][] = [
  ['start', /^\s*START\s*$/],
  ['end', /^\s*END\s*$/],
  ['front', /^\s*(?:Front|Question|Text)\s*:\s*/],
  ['back', /^\s*(?:Back|Answer)\s*:\s*/],
  ['extra', /^\s*(?:Extra|Back Extra|Notes?)\s*:\s*/],
  ['tags', /^\s*Tags\s*:\s*/],
  ['id', /^\s*ID\s*:\s*/]
]

const readLabel: ReadLabel = (line) => {
  for (const [role, pattern] of labels) {
    const match = pattern.exec(line)
    if (match) return {role, length: match[0].length}
  }
  return undefined
}

function fromTurns(turns: readonly Turn[], at: number, survey: Survey): Candidate | undefined {
  let end = at + 1
  while (end < turns.length && turns[end]?.role !== 'end' && turns[end]?.role !== 'start') end++
  if (turns[end]?.role !== 'end') return undefined
  const field = (role: string) =>
    turns
      .slice(at + 1, end)
      .filter((turn) => turn.role === role)
      .flatMap(({blocks}) => blocks)
  const [head, ...rest] = turns[at]?.blocks ?? []
  if (head?.type !== 'paragraph') return undefined
  const type = inlineText(head.children).split('\n', 1)[0] ?? ''
  const front = [...firstField(head, type.length + 1), ...rest, ...field('front')]
  const [stem, ...more] = front
  if (stem?.type !== 'paragraph') return undefined
  const cloze = /cloze/i.test(type)
  const gapped = cloze && !/\{\{c\d+::/.test(inlineText(stem.children)) ? withGaps(stem.children, false) : undefined
  const [start, last] = [turns[at]?.position?.start, turns[end]?.position?.end]
  const [id] = field('id')
  return toCandidate(
    {
      recogniser: 'start-end-block',
      stem: gapped ?? stem.children,
      body: more,
      answer: [...field('back'), ...field('extra')],
      tags: [
        ...inlineText(field('tags'))
          .split(/[\s,]+/)
          .filter((tag) => tag !== ''),
        ...bothWays(type)
      ],
      ...(id ? {id: inlineText(id).trim()} : {}),
      cloze,
      position: start && last ? {start, end: last} : stem.position
    },
    survey
  )
}

function firstField(paragraph: Paragraph, start: number): RootContent[] {
  const children = sliceInline(paragraph.children, start)
  return children.length === 0 ? [] : [{type: 'paragraph', children, ...(paragraph.position ? {position: paragraph.position} : {})}]
}

/** The note type "Basic (and reversed card)" asks both ways. */
function bothWays(type: string): readonly string[] {
  return /\breversed\b/i.test(type) ? ['reverse'] : []
}

const oneLine = /STARTI\s*\[([^\]]*)\]\s*(.+?)\s*Back:\s*(.+?)\s*ENDI/u

function fromLine(paragraph: Paragraph, survey: Survey): Candidate[] {
  const text = inlineText(paragraph.children)
  const match = oneLine.exec(text)
  if (!match) return []
  const [, type = '', front = '', said = ''] = match
  const part = (found: string, from: number) =>
    sliceInline(paragraph.children, text.indexOf(found, from), text.indexOf(found, from) + found.length)
  const back = text.indexOf('Back:', match.index)
  const answer: Paragraph = {
    type: 'paragraph',
    children: part(said, back),
    ...(paragraph.position ? {position: paragraph.position} : {})
  }
  return [
    toCandidate(
      {
        recogniser: 'start-end-block',
        stem: part(front, match.index),
        body: [],
        answer: [answer],
        tags: bothWays(type),
        position: paragraph.position
      },
      survey
    )
  ]
}

function fromFence(code: Code, survey: Survey): Candidate[] {
  const [front = '', back = ''] = code.value.split(/^(?:---|===|\?|%)\s*$/m, 2)
  const [asked, answered] = back === '' ? (code.value.split(/^(?:A|Answer|Back)\s*:\s*/m, 2) as [string, string?]) : [front, back]
  if (asked.trim() === '' || !answered) return []
  const toText = (text: string): Paragraph => ({
    type: 'paragraph',
    children: [{type: 'text', value: text.trim()}],
    ...(code.position ? {position: code.position} : {})
  })
  return [
    toCandidate(
      {recogniser: 'start-end-block', stem: toText(asked).children, body: [], answer: [toText(answered)], position: code.position},
      survey
    )
  ]
}
