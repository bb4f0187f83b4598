import type {RootContent} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {sliceInline} from '../../mdast/slice-inline.ts'
import {toPlainText} from '../../mdast/to-plain-text.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'
import {withGaps} from '../with-gaps.ts'

/**
 * Sentences with gaps. `{{c1::gap::hint}}` is always read; `C: a [gap]`, `==gap==` and `{1:gap}` only beside other marks of flashcards.
 *
 * @example
 * ```markdown
 * A topic is divided into {{c1::partitions::pieces}}, each led by one {{c2::broker}}.
 *
 * C: Records are kept for [seven days] by default.
 * ```
 */
export const cloze: Recogniser = {
  id: 'cloze',
  recognise(survey) {
    const certain = /\{\{c\d+::/.test(survey.source)
    const lines = survey.blocks.flatMap(({node}) => units(node))
    const labelled = lines.filter((node) => isLabelled(node)).length
    const marked = certain || survey.hasCardMarks || labelled >= 2 || (labelled > 0 && /^Q:/m.test(survey.source))
    const candidates = certain || marked ? lines.flatMap((node) => toCard(node, marked, survey) ?? []) : []
    return {candidates, leftOver: [], confidence: candidates.length === 0 ? 0 : certain ? 0.98 : 0.9}
  }
}

const own = /\{\{c\d+::[\s\S]+?\}\}/
const label = /^\s*C:\s+/u

/** Blocks that hold one sentence set each: paragraphs, items, quotations. */
function units(node: RootContent): RootContent[] {
  if (node.type === 'list') return node.children.flatMap((item) => item.children.flatMap((child) => units(child)))
  if (node.type === 'blockquote') return node.children.flatMap((child) => units(child))
  return [node]
}

function isLabelled(node: RootContent): boolean {
  return node.type === 'paragraph' && label.test(inlineText(node.children))
}

function toCard(node: RootContent, marked: boolean, survey: Survey): Candidate | undefined {
  const text = node.type === 'code' || node.type === 'math' ? node.value : toPlainText(node)
  if (own.test(text)) return candidateOf(node, survey)
  if (node.type !== 'paragraph' || !marked) return undefined
  const labelled = isLabelled(node)
  const children = labelled ? sliceInline(node.children, label.exec(inlineText(node.children))?.[0].length ?? 0) : node.children
  const gapped = withGaps(children, labelled)
  return gapped && candidateOf({...node, children: gapped}, survey)
}

function candidateOf(node: RootContent, survey: Survey): Candidate {
  const stem = node.type === 'paragraph' ? node.children : []
  const find = {recogniser: 'cloze', stem, body: node.type === 'paragraph' ? [] : [node], answer: [], cloze: true, position: node.position}
  const candidate = toCandidate(find, survey)
  return stem.length > 0 ? candidate : {...candidate, question: [node]}
}
