import {headingOf} from '../../mdast/heading-of.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {questionLabel} from '../answer-label.ts'
import {asks} from '../asks.ts'
import type {Block} from '../flow.ts'
import {isPointing} from '../is-pointing.ts'
import {isFurniture, namesSoftwarePart} from '../names-questions.ts'
import {readOrdinal} from '../ordinal.ts'
import type {Recogniser} from '../recogniser.ts'
import {foldedBy, summaryKey, summaryOf} from '../summary-of.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'
import {isContents} from '../trim-noise.ts'

/**
 * A fold whose summary asks and whose content answers. Summaries that are all the same only fold answers.
 *
 * @example
 * ```markdown
 * <details>
 * <summary><b>What is a topic?</b></summary><br>
 *
 * A named log.
 *
 * </details>
 *
 * <details>
 * <summary><b>What is a partition?</b></summary><br>
 * - A piece of a topic
 * - led by one broker
 *
 * </details>
 *
 * <details>
 * <summary><b>Offsets</b></summary><br>
 *
 * To be completed.
 *
 * </details>
 * ```
 */
export const detailsQuestion: Recogniser = {
  id: 'details-question',
  recognise(survey) {
    const folds = survey.blocks.flatMap((block) => toFold(block, survey) ?? [])
    const mean = folds.reduce((sum, fold) => sum + fold.asks, 0) / Math.max(1, folds.length)
    const steady = folds.length >= 2 && (mean >= 0.5 || (survey.namesQuestions && folds.length >= (mean >= 0.3 ? 3 : 4)))
    const series = !steady && isSeries(folds, survey)
    const taken = steady || series ? folds : folds.filter((fold) => fold.asks >= 0.8)
    const candidates = taken.map(({block, stem}) =>
      toCandidate({recogniser: 'details-question', stem, body: foldedBy(block.node), position: block.node.position}, survey)
    )
    return {candidates, leftOver: [], confidence: steady ? Math.min(0.97, 0.5 + 0.4 * mean + folds.length / 50) : series ? 0.6 : 0.4}
  }
}

/** One summary in three asks, and nearly all of the file is folded: notes, not the manual of a program. */
function isSeries(folds: readonly Fold[], {blocks, source}: Survey): boolean {
  const asking = folds.filter((fold) => fold.asks >= 0.8 && !isPointing(inlineText(fold.stem), '')).length
  const size = folds.reduce((sum, {block: {node}}) => sum + (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0), 0)
  const manual = blocks.some(({node}) => namesSoftwarePart(inlineText(headingOf(node)?.children ?? [])))
  return folds.length >= 3 && asking * 3 >= folds.length && size >= source.trim().length * 0.8 && !manual
}

interface Fold {
  readonly block: Block
  readonly stem: ReturnType<typeof summaryOf>
  /** From 0 to 1. */
  readonly asks: number
}

function toFold(block: Block, survey: Survey): Fold | undefined {
  const {node} = block
  if (node.type !== 'htmlElement' || node.tagName !== 'details' || survey.foldingSummaries.has(summaryKey(node))) return undefined
  const stem = summaryOf(node)
  const text = inlineText(stem).trim()
  if (text === '' || isFurniture(text) || isContents(foldedBy(node))) return undefined
  return {block, stem, asks: questionLabel.test(text) ? 1 : asks(text.slice(readOrdinal(text)?.length ?? 0))}
}
