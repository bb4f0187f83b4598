import type {Nodes} from 'mdast'
import type {Candidate} from '../guide/candidate.ts'
import type {Media} from '../guide/guide.ts'
import {eachNode} from '../mdast/each-node.ts'
import type {HtmlElement} from '../mdast/html-element.ts'
import {addProblem} from '../report/problem.ts'
import {sourceOf} from './gather-folders.ts'
import type {Draft} from './read-drafts.ts'
import {svgMedia} from './svg-media.ts'

/** Elements that show something. */
const shows = /<(?:path|rect|circle|ellipse|line|polyline|polygon|text|image|use)\b/i

/**
 * The drawings that stand in the cards as `<svg>` elements, made safe, by their text. What had to be left out is reported at its first place;
 * one that shows nothing is none.
 */
export async function readDrawings(draft: Draft): Promise<ReadonlyMap<string, Media>> {
  const drawings = new Map<string, Media>()
  const seen = new Set<string>()
  for (const candidate of draft.extraction.candidates)
    for (const element of drawingsIn(candidate)) {
      const text = element.data?.svg
      if (text !== undefined && seen.has(text)) continue
      seen.add(text ?? '')
      const {sanitiseSvg} = await import('../render/html/sanitise-svg.ts')
      const safe = text === undefined ? undefined : await sanitiseSvg(text)
      if (text !== undefined && safe && shows.test(safe.svg)) drawings.set(text, {...svgMedia(safe.svg), description: safe.description})
      if (!safe || safe.lost.length > 0) report(draft, candidate, element, safe?.lost)
    }
  return drawings
}

function drawingsIn({question, options, answer, explanation, trainer = []}: Candidate): HtmlElement[] {
  const found: HtmlElement[] = []
  const add = (node: Nodes) => {
    if (node.type === 'htmlElement' && node.tagName === 'svg') found.push(node)
  }
  for (const side of [question, ...options.map(({content}) => content), answer, explanation, trainer])
    for (const node of side) eachNode(node, add)
  return found
}

function report(draft: Draft, candidate: Candidate, {position}: HtmlElement, lost: readonly string[] | undefined): void {
  addProblem(sourceOf(draft, candidate).file, {
    severity: 'warning',
    ruleId: 'inline-svg',
    reason: lost
      ? `Unexpected ${lost.map((name) => `\`${name}\``).join(', ')} in a drawing, expected shapes, text and styles of its own; the rest is shown`
      : 'Unexpected `<svg>` without its end, expected `</svg>` before the next blank line; it is left out',
    place: position,
    note: lost
      ? 'A picture runs nothing and loads nothing.'
      : 'Take the blank lines out of the drawing, or save it as a file: `![A topic](topic.svg)`'
  })
}
