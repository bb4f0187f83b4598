import type {PhrasingContent} from 'mdast'
import {asks} from '../asks.ts'
import type {Recogniser} from '../recogniser.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A callout whose kind or title asks, answered by its content.
 *
 * @example
 * ```markdown
 * > [!question]- What is a topic?
 * > A named log.
 *
 * > [!question]- What is a partition?
 * > A piece of a topic.
 * ```
 */
export const calloutQuestion: Recogniser = {
  id: 'callout-question',
  recognise(survey) {
    const candidates = survey.blocks.flatMap(({node}) => {
      if (node.type !== 'blockquote' || node.data?.title === undefined) return []
      const kind = /^(?:question|faq|help|card|flashcard|anki|quiz)$/i.test(node.data.alert ?? '')
      if (!kind && asks(node.data.title) < 1) return []
      return [
        toCandidate({recogniser: 'callout-question', stem: inlineOf(node.data.title), body: node.children, position: node.position}, survey)
      ]
    })
    return {candidates, leftOver: [], confidence: candidates.length >= 2 || survey.hasCardMarks ? 0.9 : 0.5}
  }
}

/** A title is Markdown; of its marks only code is more than layout. */
function inlineOf(title: string): PhrasingContent[] {
  const pieces = title.split(/`([^`]+)`/u).map((value, at): PhrasingContent => ({type: at % 2 === 0 ? 'text' : 'inlineCode', value}))
  return pieces.filter((piece) => !('value' in piece) || piece.value !== '')
}
