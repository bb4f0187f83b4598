import type {Root} from 'mdast'
import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {Candidate} from '../guide/candidate.ts'
import {decide, type ShapeReading} from './decide.ts'
import {leftOver, sectionHeadings} from './left-over.ts'
import {withoutOutro} from './outro.ts'
import type {LeftOver} from './recogniser.ts'
import {recognisers} from './recognisers.ts'
import {reportUnusedAddresses, withoutSectionAddresses} from './section-addresses.ts'
import {withSections} from './sections.ts'
import {survey as toSurvey} from './survey.ts'
import {blankTrainerText, withoutTrainerText, withTrainerText} from './trainer-text.ts'
import {withAnswerKey} from './with-answer-key.ts'
import {withOwnFootnotes} from './with-own-footnotes.ts'
import {withoutLazyLines} from './without-lazy-lines.ts'

export interface ExtractOptions {
  /** Id of the one recogniser to use; the others keep silent. */
  readonly shape?: string
  /** Other files of the folder have the shape that this one alone is too little evidence for (a title that asks). @default false */
  readonly siblingsAgree?: boolean
}

/** What one file holds, and how it was read. */
export interface Extraction {
  /** In source order. */
  readonly candidates: readonly Candidate[]
  /** Parts that look like questions and were not taken, and parts dropped from answers, in source order. */
  readonly leftOver: readonly LeftOver[]
  /** Places of the headings above cards, in source order. */
  readonly headings: readonly Position[]
  /** The shapes that won, the one with most cards first. */
  readonly readings: readonly ShapeReading[]
  /** At most two shapes that would have explained more and were not sure enough. */
  readonly runnersUp: readonly ShapeReading[]
  /** Lines, from 1, below a list that Markdown adds to its last bullet and that were given back to the answer. */
  readonly lazyLines: readonly number[]
}

/** Finds questions and answers in a tree, by evidence from the whole document. Never throws; the tree stays as it is. */
export function extract(tree: Root, file: VFile, options: ExtractOptions = {}): Extraction {
  const parted = withoutTrainerText(tree, file)
  const addressed = withoutSectionAddresses(parted.tree, file)
  const apart = [...parted.texts, ...addressed.addresses.values()]
  const survey = toSurvey(addressed.tree, file, {...options, source: blankTrainerText(String(file), apart)})
  const decision = decide(survey, recognisers, options.shape)
  const lazyLines: number[] = []
  const candidates = withSections(withAnswerKey(withoutOutro(decision.candidates), survey), survey, addressed.addresses).map((found) => {
    const {candidate, lazy} = withoutLazyLines(found, survey)
    lazyLines.push(...lazy.map(({line}) => line))
    return candidate
  })
  reportUnusedAddresses(addressed, new Set(candidates.flatMap(({sectionAddresses = []}) => sectionAddresses)), file)
  return {
    candidates: withTrainerText(mayHoldFootnotes(file) ? withOwnFootnotes(candidates, parted.tree) : candidates, parted),
    leftOver: leftOver(candidates, survey, decision.leftOver),
    headings: sectionHeadings(candidates, survey),
    readings: [...decision.readings].sort((a, b) => b.cards - a.cards),
    runnersUp: decision.runnersUp,
    lazyLines
  }
}

/** Most files have none, and need not be walked for them. */
function mayHoldFootnotes(file: VFile): boolean {
  return String(file).includes('[^')
}
