import {basename} from 'node:path/posix'
import type {Guide} from '../../../guide/guide.ts'
import type {PageMeasure} from '../page/measure-page.ts'
import type {SideWriter} from '../page/side-writer.ts'
import {toBrief} from '../page/to-brief.ts'
import {type CardView, toView, type View} from '../page/to-view.ts'
import type {Handout} from './editions-of.ts'

/** What templates get of handouts, and how many answers of the first are not shown whole. */
export interface Views {
  /** One for each handout, in order. */
  readonly views: readonly View[]
  readonly shortened: number
}

/** Makes the data of handouts for their templates. The cards of a version are written once, whoever gets it. */
export function toViews(handouts: readonly Handout[], measure: PageMeasure, writer: SideWriter, isBrief: boolean): Views {
  const made = new Map<Guide, {view: View; shortened: number}>()
  const viewOf = (whole: Guide) => {
    const known = made.get(whole)
    if (known) return known
    const {guide, moreOf} = isBrief ? shorten(whole) : {guide: whole, moreOf: new Map()}
    const fresh = {view: toView(guide, measure, writer.linking(guide), moreOf), shortened: moreOf.size}
    made.set(whole, fresh)
    return fresh
  }
  const views = handouts.map(({guide, version, person}, index) => ({
    ...withPrefix(viewOf(guide).view, index === 0 ? '' : `copy-${index + 1}-`),
    version,
    person
  }))
  return {views, shortened: [...made.values()][0]?.shortened ?? 0}
}

/** Ids of several copies in one document differ. */
function withPrefix(view: View, prefix: string): View {
  if (prefix === '') return view
  const rename = <Item extends {readonly anchor: string}>(item: Item): Item => ({...item, anchor: prefix + item.anchor})
  const renameCard = (card: CardView): CardView => ({...rename(card), answerAnchor: prefix + card.answerAnchor})
  return {
    ...view,
    answersAnchor: prefix + view.answersAnchor,
    sections: view.sections.map((section) => ({...section, headings: section.headings.map(rename), cards: section.cards.map(renameCard)}))
  }
}

/** The guide with the start of long answers, and where the rest of each is, by the number of its card. */
function shorten(guide: Guide): {guide: Guide; moreOf: ReadonlyMap<number, string>} {
  const briefs = guide.cards.map(toBrief)
  const cut = briefs
    .filter((entry) => entry.cut)
    .map(({card}) => [card.number, `${basename(card.path)}:${card.position.start.line}`] as const)
  return {guide: {...guide, cards: briefs.map(({card}) => card)}, moreOf: new Map(cut)}
}
