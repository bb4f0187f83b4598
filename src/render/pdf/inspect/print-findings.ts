import type {RootContent} from 'mdast'
import type {Point, Position} from 'unist'
import {visit} from 'unist-util-visit'
import type {Card} from '../../../guide/card.ts'
import type {Guide} from '../../../guide/guide.ts'
import {toPlainText} from '../../../mdast/to-plain-text.ts'
import {countText} from '../../../report/count-text.ts'
import type {PrintFinding} from '../../renderer.ts'
import {nameOfCharacter} from '../fonts/name-of-character.ts'
import {anchorOf} from '../page/anchor-of.ts'
import type {PageMeasure} from '../page/measure-page.ts'
import type {Split} from './find-splits.ts'
import type {PageFacts, PageQuestions} from './page-facts.ts'

const PX_PER_MM = 96 / 25.4

/** What a print is known by. */
export interface InspectedPrint {
  readonly layout: string
  /** Sides of cards, which go on on another card. */
  readonly isCards: boolean
  /** Of the first handout. */
  readonly guide: Guide
  readonly measure: PageMeasure
  readonly questions: PageQuestions
  readonly facts: PageFacts
  readonly splits: readonly Split[]
}

/** What of a print its author should look at, the worst of each kind first. */
export function printFindings({layout, isCards, guide, measure, questions, facts, splits}: InspectedPrint): readonly PrintFinding[] {
  const cards = new Map(guide.cards.flatMap((card) => [[anchorOf(card), card] as const, [`answer-${card.number}`, card] as const]))
  const at = ({card, line = 0}: {readonly card: number; readonly line?: number}): Pick<PrintFinding, 'card' | 'place'> =>
    placed(cards.get(questions.anchors[card] ?? ''), line > 0 ? {line, column: 1} : undefined)
  const unit = isCards ? 'card' : 'page'
  const found: PrintFinding[] = [
    ...splits.map(({anchor, pages}) => ({
      ...placed(cards.get(anchor)),
      ...about('split-card', pages, `question over ${countText(pages, unit)}`, `one ${unit}`),
      layout
    })),
    ...facts.tall.map(({height, ...spot}) => {
      const columns = Math.ceil((height / questions.columnPx) * 10) / 10
      return {...at(spot), ...about('tall-card', columns, `question as tall as ${columns} columns`, 'one that a column holds'), layout}
    }),
    ...facts.wrapped.map(({count, longest, ...spot}) => ({
      ...at(spot),
      ...about('wrapped-code', longest, `line of code with ${longest} characters`, `${measure.codeColumns} at most`, count),
      layout
    })),
    ...facts.tables.map((spot) => ({
      ...at(spot),
      ...about('small-table', 0, 'table too wide for its type', 'shorter words in it'),
      layout
    })),
    ...facts.formulas.map((spot) => ({
      ...at(spot),
      ...about('small-formula', 0, 'formula too long for its type', 'lines of its own'),
      layout
    })),
    ...facts.overflows.map(({element, beyond, text, ...spot}) => {
      const mm = Math.ceil(beyond / PX_PER_MM)
      return {...at(spot), ...about('overflow', mm, `\`<${element}>\` ${mm} mm beyond its room${quoted(text)}`, 'nothing cut off'), layout}
    }),
    ...facts.contrasts.map(({ratio, ink, ground, text, count, ...spot}) => ({
      ...at(spot),
      ...about(
        'low-contrast',
        21 - ratio,
        `contrast of ${floored(ratio)}:1 in greys (${hex(ink)} on ${hex(ground)})${quoted(text)}`,
        `${questions.leastContrast}:1 at least`,
        count
      ),
      layout
    })),
    ...facts.pictures.map(({text, ...spot}) => ({
      ...at(spot),
      ...about('broken-image', 0, `picture that the browser can't show${quoted(text)}`, 'a sound file'),
      layout
    })),
    ...facts.undrawn.map((character) => ({
      ...placed(guide.cards.find((card) => textOf(card).includes(character))),
      ...about('undrawn-character', 0, `character ${nameOfCharacter(character)} that no font here has`, 'a font that draws it')
    })),
    ...missingImages(guide).map(({card, place}) => ({
      ...placed(card, place),
      ...about('missing-image', 0, 'picture that is not there', 'a picture; its description stands in'),
      isToldElsewhere: true
    }))
  ]
  return found.toSorted((a, b) => b.weight - a.weight)
}

const WARNINGS = new Set(['overflow', 'low-contrast', 'broken-image', 'undrawn-character'])

function about(ruleId: string, weight: number, actual: string, expected: string, count = 1) {
  const severity = WARNINGS.has(ruleId) ? ('warning' as const) : ('info' as const)
  return {ruleId, severity, weight, actual, expected, count}
}

function placed(card: Card | undefined, place: Point | Position | undefined = card?.position): Pick<PrintFinding, 'card' | 'place'> {
  return {...(card && {card}), ...(place && {place})}
}

/** Pictures of cards that were not read: their words stand in. */
function missingImages({cards, media}: Guide): readonly {readonly card: Card; readonly place: Position | undefined}[] {
  const found: {card: Card; place: Position | undefined}[] = []
  for (const card of cards)
    visit({type: 'root', children: contentOf(card)}, 'image', (image) => {
      if (image.url !== '' && !media.has(image.url)) found.push({card, place: image.position})
    })
  return found
}

function contentOf({question, options, answer, explanation}: Card): RootContent[] {
  return [...question, ...options.flatMap(({content}) => content), ...answer, ...explanation]
}

function textOf(card: Card): string {
  return toPlainText({type: 'root', children: contentOf(card)})
}

/** Never up: 4.46 is not enough. */
function floored(ratio: number): number {
  return Math.floor(ratio * 10) / 10
}

function hex(grey: number): string {
  return `#${grey.toString(16).padStart(2, '0').repeat(3)}`
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line === '' ? '' : `, \`${line}\``
}
