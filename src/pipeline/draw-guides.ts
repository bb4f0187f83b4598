import type {Code} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Card} from '../guide/card.ts'
import {diagramSource} from '../guide/diagram-source.ts'
import type {Media} from '../guide/guide.ts'
import type {Drawing} from '../render/diagrams/draw-diagrams.ts'
import {CliError} from '../report/cli-error.ts'
import {countText} from '../report/count-text.ts'
import {addProblem} from '../report/problem.ts'
import type {PaperGuide} from './book/paper-guides.ts'
import type {Host} from './host.ts'
import {svgMedia} from './svg-media.ts'

/** Where a diagram stands first. */
interface Place {
  readonly node: Code
  readonly file: VFile
}

const rule = {severity: 'warning', ruleId: 'undrawn-diagram'} as const

/**
 * Draws the diagrams in the cards of all guides, each text once, where mermaid is installed. Only then a browser is started for them.
 * What can't be drawn is reported at its first place, and its code stays.
 *
 * @returns Pictures by the text of the fence.
 */
export async function drawGuides(
  guides: readonly PaperGuide[],
  fileOf: (card: Card) => VFile | undefined,
  host: Pick<Host, 'readMermaid' | 'readAsset' | 'browser'>
): Promise<ReadonlyMap<string, Media>> {
  const places = findDiagrams(guides, fileOf)
  if (places.size === 0) return new Map()
  const drawn = await draw(places, host)
  const drawings = new Map<string, Media>()
  for (const [text, drawing] of drawn) {
    const place = places.get(text)
    if ('svg' in drawing) drawings.set(text, svgMedia(drawing.svg))
    else if (place) reportFault(place, text, drawing)
  }
  return drawings
}

function findDiagrams(guides: readonly PaperGuide[], fileOf: (card: Card) => VFile | undefined): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const {guide, draft} of guides)
    for (const card of guide.cards) {
      const {question, options, answer, explanation, trainer = []} = card
      const children = [...question, ...options.flatMap(({content}) => content), ...answer, ...explanation, ...trainer]
      visit({type: 'root', children}, 'code', (node) => {
        const text = diagramSource(node)
        if (text !== undefined && !places.has(text)) places.set(text, {node, file: fileOf(card) ?? draft.source.file})
      })
    }
  return places
}

async function draw(
  places: ReadonlyMap<string, Place>,
  {readMermaid, readAsset, browser}: Pick<Host, 'readMermaid' | 'readAsset' | 'browser'>
): Promise<ReadonlyMap<string, Drawing>> {
  const [first] = places.values()
  const texts = [...places.keys()]
  const script = await readMermaid()
  if (script === undefined) {
    if (first) reportAbsence(first, texts.length)
    return new Map()
  }
  const [{drawDiagrams}, {proseFaces}] = await Promise.all([
    import('../render/diagrams/draw-diagrams.ts'),
    import('../render/pdf/fonts/choose-fonts.ts')
  ])
  try {
    const fonts = (text: string, cuts?: ReadonlySet<string>) => proseFaces(text, readAsset, cuts)
    const drawings = await drawDiagrams(await browser(), texts, {script, fonts})
    return new Map(texts.map((text, index) => [text, drawings[index] ?? {fault: ''}]))
  } catch (error) {
    if (!(error instanceof CliError) || !first) throw error // Decks and tables can do without a browser.
    addProblem(first.file, {
      ...rule,
      reason: `Unexpected ${countText(texts.length, 'diagram')} without a browser to draw with, expected one; the code stands in`,
      place: first.node.position,
      note: error.message
    })
    return new Map()
  }
}

function reportAbsence({node, file}: Place, count: number): void {
  addProblem(file, {
    ...rule,
    reason: `Unexpected ${countText(count, 'mermaid diagram')}, expected mermaid to be installed to draw ${count === 1 ? 'it' : 'them'}; the code stands in`,
    place: node.position,
    note: 'Beside the notes: npm install mermaid. For cardpress wherever it runs: npm install --global mermaid'
  })
}

function reportFault({node, file}: Place, text: string, {fault, line}: Exclude<Drawing, {svg: string}>): void {
  const start = node.position?.start
  // Mermaid counts without the comments and settings that it takes out before.
  const at = line !== undefined && !/%%|^\s*---/.test(text) ? line : 0
  addProblem(file, {
    ...rule,
    reason: "Unexpected mermaid diagram that mermaid can't draw, expected one of its syntax; the code stands in",
    place: start && (at > 0 ? {line: start.line + at, column: 1} : node.position),
    note: `Mermaid says: ${fault}`
  })
}
