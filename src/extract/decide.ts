import type {Candidate} from '../guide/candidate.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {asks} from './asks.ts'
import type {LeftOver, Reading, Recogniser} from './recogniser.ts'
import type {Survey} from './survey.ts'

/** One recogniser's share in the decision, for reports: `heading + answer label, 12 cards, .97`. */
export interface ShapeReading {
  readonly shape: string
  /** Cards taken; of a runner-up, cards it would have made. */
  readonly cards: number
  /** From 0 to 1. */
  readonly confidence: number
  /** Share of the file's text that its cards cover, from 0 to 1. */
  readonly coverage: number
}

export interface Decision {
  readonly candidates: readonly Candidate[]
  readonly readings: readonly ShapeReading[]
  readonly runnersUp: readonly ShapeReading[]
  readonly leftOver: readonly LeftOver[]
}

/** Below this a reading makes no cards unless the author asks for its shape. */
const enough = 0.5

const places = {first: 0, usual: 1, last: 2} as const

interface Offer extends Reading {
  readonly shape: string
}

/**
 * Lets every recogniser say what it would explain and takes the best explanation first: how sure it is, times how much of the file
 * it explains. Others may add what lies elsewhere, if most of what they see lies elsewhere: a shape that is found mainly inside
 * the answers of another is part of these answers.
 */
export function decide(survey: Survey, recognisers: readonly Recogniser[], forced?: string): Decision {
  const offers: Offer[] = recognisers
    .filter(({id}) => forced === undefined || id === forced)
    .map((recogniser) => ({shape: recogniser.id, ...recogniser.recognise(survey)}))
    .filter(({candidates}) => candidates.length > 0)
    .map((offer) => (offer.confidence < enough && isWhole(offer, survey) ? {...offer, confidence: enough} : offer))
  const size = Math.max(1, survey.source.trim().length)
  const ranked = offers
    .map((offer) => ({offer, worth: worth(offer, size)}))
    .sort((a, b) => places[a.offer.rank ?? 'usual'] - places[b.offer.rank ?? 'usual'] || b.worth - a.worth)
  const taken: Candidate[] = []
  const readings: ShapeReading[] = []
  const runnersUp: ShapeReading[] = []
  const leftOver: LeftOver[] = []
  for (const {offer} of ranked) {
    const free = apart(offer.candidates.filter((candidate) => !overlapsAny(candidate, taken)))
    const starts = new Set(taken.map(startOf))
    const agreeing = offer.candidates.filter((candidate) => starts.has(startOf(candidate))).length
    const elsewhere = free.length * 2 >= offer.candidates.length - agreeing
    const asked = offer.rank !== 'last' || taken.length === 0
    if (free.length > 0 && elsewhere && asked && (offer.confidence >= enough || forced !== undefined)) {
      insert(taken, free)
      readings.push(toShapeReading(offer, free, size))
      leftOver.push(...offer.leftOver)
    } else if (free.length > 0) {
      runnersUp.push(toShapeReading(offer, free, size))
    }
  }
  return {candidates: taken, readings, runnersUp: runnersUp.slice(0, 2), leftOver}
}

/** Words of forms, which ask their readers: "What did you expect?" */
const ofReader = /(?<!\p{L})(?:(?:do|did|are|were|have|had) you|your)(?!\p{L})/iu

/** Two or three questions with their answers prove little, unless they are all that the file holds, titles aside. */
function isWhole({candidates, confidence}: Offer, {asksReader, source, tree}: Survey): boolean {
  const [first, second] = candidates
  if (confidence < 0.2 || asksReader || !first || !second || candidates.length > 3) return false
  const texts = candidates.map(({question}) => inlineText(question[0] ?? []))
  if (candidates.some(({kind}) => kind === 'unanswered') || texts.some((text) => asks(text) < 1 || ofReader.test(text))) return false
  const matter = tree.children[0]?.type === 'yaml' ? (tree.children[0].position?.end.offset ?? 0) : 0
  const before = source.slice(matter, startOf(first)).split(/\r\n|\n|\r/)
  const size = source.slice(startOf(first)).trim().length
  return before.every((line) => /^\s*(?:#{1,2}\s.*)?$/u.test(line)) && coverage(candidates, size) >= 0.95
}

function worth(offer: Offer, size: number): number {
  return offer.confidence * coverage(offer.candidates, size) * (offer.whole ? 1 : 1 - 1 / (1 + offer.candidates.length))
}

function coverage(candidates: readonly Candidate[], size: number): number {
  return Math.min(1, candidates.reduce((sum, candidate) => sum + endOf(candidate) - startOf(candidate), 0) / size)
}

function toShapeReading(offer: Offer, candidates: readonly Candidate[], size: number): ShapeReading {
  return {shape: offer.shape, cards: candidates.length, confidence: offer.confidence, coverage: coverage(candidates, size)}
}

/** By binary search: `taken` is sorted and its regions do not overlap. */
function overlapsAny(candidate: Candidate, taken: readonly Candidate[]): boolean {
  let [low, high] = [0, taken.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = taken[middle]
    if (other && endOf(other) <= startOf(candidate)) low = middle + 1
    else high = middle
  }
  const next = taken[low]
  return next !== undefined && startOf(next) < endOf(candidate)
}

/** Of cards of one reading that run into each other the first; two of one place ask both ways. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of candidates) {
    const last = kept.at(-1)
    const same = last && startOf(last) === startOf(candidate) && endOf(last) === endOf(candidate)
    if (!last || same || endOf(last) <= startOf(candidate)) kept.push(candidate)
  }
  return kept
}

function insert(taken: Candidate[], added: readonly Candidate[]): void {
  taken.push(...added)
  taken.sort((a, b) => startOf(a) - startOf(b))
}

function startOf(candidate: Candidate): number {
  return candidate.position.start.offset ?? 0
}

function endOf(candidate: Candidate): number {
  return candidate.position.end.offset ?? 0
}
