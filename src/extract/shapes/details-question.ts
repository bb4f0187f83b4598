import {inlineText} from '../../mdast/inline-text.ts'
import {questionLabel} from '../answer-label.ts'
import {asks} from '../asks.ts'
import type {Block} from '../flow.ts'
import {isFurniture} from '../names-questions.ts'
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
    const steady = folds.length >= 2 && (mean >= 0.5 || (survey.namesQuestions && folds.length >= 4))
    const taken = steady ? folds : folds.filter((fold) => fold.asks >= 0.8)
    const candidates = taken.map(({block, stem}) =>
      toCandidate({recogniser: 'details-question', stem, body: foldedBy(block.node), position: block.node.position}, survey)
    )
    return {candidates, leftOver: [], confidence: steady ? Math.min(0.97, 0.5 + 0.4 * mean + folds.length / 50) : 0.4}
  }
}

function toFold(block: Block, survey: Survey): {block: Block; stem: ReturnType<typeof summaryOf>; asks: number} | undefined {
  const {node} = block
  if (node.type !== 'htmlElement' || node.tagName !== 'details' || survey.foldingSummaries.has(summaryKey(node))) return undefined
  const stem = summaryOf(node)
  const text = inlineText(stem).trim()
  if (text === '' || isFurniture(text) || isContents(foldedBy(node))) return undefined
  return {block, stem, asks: questionLabel.test(text) ? 1 : asks(text.slice(readOrdinal(text)?.length ?? 0))}
}
