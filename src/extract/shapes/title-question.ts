import type {RootContent} from 'mdast'
import {headingOf} from '../../mdast/heading-of.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {asks} from '../asks.ts'
import type {Recogniser} from '../recogniser.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A file of its own per question: the title in the front matter asks, or the only top heading, and the rest answers.
 * One such file alone proves little; the folder decides.
 *
 * @example
 * ```markdown
 * ---
 * title: What is a topic?
 * ---
 *
 * A named log.
 *
 * ## Why a log?
 *
 * Because consumers can read it again.
 * ```
 */
export const titleQuestion: Recogniser = {
  id: 'title-question',
  recognise(survey) {
    const [first] = survey.tree.children
    const matter = first?.type === 'yaml' ? textOf(first.value, 'title') : undefined
    const blocks = survey.blocks.filter(({node}) => node.type !== 'yaml')
    const heading = blocks[0] && headingOf(blocks[0].node)
    const asking = matter !== undefined && (asks(matter) >= 0.8 || survey.siblingsAgree) ? matter : undefined
    const titled = heading?.level === 1 && blocks.every(({node}, at) => at === 0 || headingOf(node)?.level !== 1) ? heading : undefined
    const more = first?.type === 'yaml' && asking !== undefined ? textOf(first.value, 'subtitle') : undefined
    const stem = asking === undefined ? titled?.children : [{type: 'text' as const, value: [asking, more].filter(Boolean).join(' ')}]
    if (!stem || (asks(inlineText(stem)) < 0.8 && !survey.siblingsAgree)) return {candidates: [], leftOver: [], confidence: 0}
    const body = blocks.map(({node}) => node).slice(titled && (asking === undefined || inlineText(titled.children) === asking) ? 1 : 0)
    const position = asking === undefined ? titled?.node.position : first?.position
    return {
      candidates: [toCandidate({recogniser: 'title-question', stem, body, position}, survey)],
      leftOver: [],
      confidence: survey.siblingsAgree ? 0.85 : asking === undefined && !isRuled(body) ? 0.4 : 0.52
    }
  }
}

/** A rule right below the title divides front and back of a short card. */
function isRuled([first, ...rest]: readonly RootContent[]): boolean {
  return first?.type === 'thematicBreak' && rest.length <= 5 && rest.every((node) => node.type !== 'thematicBreak' && !headingOf(node))
}

/** A text in front matter, without the quotes that YAML may need. */
function textOf(matter: string, key: string): string | undefined {
  const text = new RegExp(`^${key}:[ \\t]+(.+?)\\s*$`, 'm').exec(matter)?.[1]
  const quoted = text === undefined ? null : /^(["'])(.*)\1$/.exec(text)
  return quoted?.[1] === "'" ? quoted[2]?.replaceAll("''", "'") : (quoted?.[2]?.replaceAll('\\"', '"') ?? text)
}
