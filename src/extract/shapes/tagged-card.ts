import type {List, ListItem, Paragraph, RootContent} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {headingOf} from '../../mdast/heading-of.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {sliceInline} from '../../mdast/slice-inline.ts'
import type {Block} from '../flow.ts'
import {headingZones} from '../heading-zones.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A heading, line or item tagged `#card` or `#flashcard` (`#card-reverse` asks both ways), answered by what stands below or in it; or a
 * line `question : answer 🧠`.
 *
 * @example
 * ```markdown
 * ## What is a topic? #card
 *
 * A named log.
 *
 * - What is a partition? #card
 *   - A piece of a topic.
 * ```
 */
export const taggedCard: Recogniser = {
  id: 'tagged-card',
  recognise(survey) {
    const headings = headingZones(survey)
      .filter(({text}) => tag.test(text))
      .map((zone) =>
        toCandidate({recogniser: 'tagged-card', stem: zone.stem, body: untilTag(zone.body), position: zone.block.node.position}, survey)
      )
    const others = survey.blocks.flatMap((block) => fromBlock(block, survey))
    const candidates = [...headings, ...others].sort((a, b) => (a.position.start.offset ?? 0) - (b.position.start.offset ?? 0))
    return {candidates, leftOver: [], confidence: candidates.length === 0 ? 0 : 0.96}
  }
}

const tag = /\s#(?:cards?|flashcards?|anki)(?:[-/](?:reverse|spaced|reversed))?(?:\s|$)/u
/** Scheduling data and other properties, as Logseq keeps them. */
const property = /^\s*[\w-]+::(?:\s|$)/u
const brain = /^(.*\S)\s+[:：]\s+(\S.*?)\s*🧠\s*$/u

/** The next tagged line in the body of a heading is a card of its own. */
function untilTag(body: readonly Block[]): RootContent[] {
  const nodes = body.map(({node}) => node)
  const at = nodes.findIndex((node) => isTagged(node) || (node.type === 'list' && node.children.some((item) => isTagged(item.children[0]))))
  return at === -1 ? nodes : nodes.slice(0, at)
}

function fromBlock({node, index}: Block, survey: Survey): Candidate[] {
  if (node.type === 'list') return fromList(node, survey)
  if (node.type !== 'paragraph') return []
  const text = inlineText(node.children)
  const line = text.split('\n', 1)[0] ?? ''
  const thought = brain.exec(line)
  if (thought) return [fromBrain(node, thought[1]?.length ?? 0, line.length, survey)]
  if (!tag.test(line)) return []
  const rest: RootContent[] = text.length > line.length ? [paragraphOf(node, line.length + 1)] : []
  const below = rest.length > 0 ? [] : survey.blocks.slice(index + 1, index + 2).map((block) => block.node)
  const answer = [...rest, ...below].filter((block) => !headingOf(block) && !isTagged(block))
  return [
    toCandidate(
      {recogniser: 'tagged-card', stem: sliceInline(node.children, 0, line.length), body: [], answer, position: node.position},
      survey
    )
  ]
}

function fromList(list: List, survey: Survey): Candidate[] {
  return list.children.flatMap((item) => fromItem(item, survey))
}

function fromItem(item: ListItem, survey: Survey): Candidate[] {
  const [first, ...rest] = item.children
  const nested = rest.flatMap((node) => (node.type === 'list' ? fromList(node, survey) : []))
  if (first?.type !== 'paragraph') return nested
  const thought = brain.exec(inlineText(first.children))
  if (thought) return [fromBrain(first, thought[1]?.length ?? 0, inlineText(first.children).length, survey), ...nested]
  if (!isTagged(first) || /\{\{(?:cloze |c\d+::)/.test(inlineText(first.children))) return nested
  const line = inlineText(first.children).split('\n', 1)[0] ?? ''
  const below = withoutProperties(first, line.length)
  const answer = nested.length > 0 ? below : [...below, ...rest]
  return [
    toCandidate(
      {recogniser: 'tagged-card', stem: sliceInline(first.children, 0, line.length), body: [], answer, position: first.position},
      survey
    ),
    ...nested
  ]
}

/** Lines of an item below its first, properties left out. */
function withoutProperties(paragraph: Paragraph, start: number): RootContent[] {
  const lines = inlineText(paragraph.children)
    .slice(start + 1)
    .split('\n')
  const from = lines.findIndex((line) => !property.test(line))
  if (from === -1 || lines.join('').trim() === '') return []
  return [paragraphOf(paragraph, start + 1 + lines.slice(0, from).reduce((sum, line) => sum + line.length + 1, 0))]
}

function fromBrain(paragraph: Paragraph, length: number, end: number, survey: Survey): Candidate {
  const answer = sliceInline(paragraph.children, length, end)
  const text = inlineText(answer)
  const from = text.length - text.replace(/^\s+[:：]\s+/u, '').length
  const children = sliceInline(answer, from, text.replace(/\s*🧠\s*$/u, '').length)
  return toCandidate(
    {
      recogniser: 'tagged-card',
      stem: sliceInline(paragraph.children, 0, length),
      body: [],
      answer: [{type: 'paragraph', children}],
      position: paragraph.position
    },
    survey
  )
}

function paragraphOf(paragraph: Paragraph, start: number): Paragraph {
  return {
    type: 'paragraph',
    children: sliceInline(paragraph.children, start),
    ...(paragraph.position ? {position: paragraph.position} : {})
  }
}

function isTagged(node: RootContent | undefined): boolean {
  return node?.type === 'paragraph' && tag.test(inlineText(node.children).split('\n', 1)[0] ?? '')
}
