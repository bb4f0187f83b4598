import {inlineText} from '../mdast/inline-text.ts'
import {answerLabelWithColon, questionLabel} from './answer-label.ts'
import {hasAnswerMark} from './answer-mark.ts'
import type {Block} from './flow.ts'
import type {HeadingZone} from './heading-zones.ts'
import {headingZones} from './heading-zones.ts'
import {isPointing} from './is-pointing.ts'
import {isContentsHeading, namesQuestions, namesSoftwarePart} from './names-questions.ts'
import {onlyCounts} from './stem.ts'
import type {Survey} from './survey.ts'
import {isBare} from './trim-noise.ts'

/** A heading that asks, and how sure that is. */
export interface QuestionHeading extends HeadingZone {
  /** From 0 to 1, over its level or its siblings. */
  readonly confidence: number
  /** A label, a fold or options say so, whatever the siblings are. */
  readonly safe: boolean
}

interface LevelVotes {
  readonly zones: readonly HeadingZone[]
  /** Mean of the votes of the headings that may ask, from 0 to 1. */
  readonly mean: number
  readonly labelled: number
  /** Share of headings with ordinals that rise. */
  readonly numbered: number
  /** Blocks that the headings and what lies under them take. */
  readonly size: number
  /** Share of headings with text of their own right below. */
  readonly told: number
  /** Places of the first and the last heading that asks; -1 without one. */
  readonly first: number
  readonly last: number
  /** From the first that asks on, nearly all ask. */
  readonly steady: boolean
  /** Places of the first and the last heading with a number; -1 without one. */
  readonly firstNumbered: number
  readonly lastNumbered: number
}

const cache = new WeakMap<Survey, readonly QuestionHeading[]>()

/**
 * Decides for a whole document which of its headings ask. Levels vote (question marks, words, ordinals, labels, answer marks below),
 * then siblings; a question mark alone in a manual proves nothing, and a statement among questions is one.
 */
export function questionHeadings(survey: Survey): readonly QuestionHeading[] {
  const known = cache.get(survey)
  if (known) return known
  const found = decide(survey)
  cache.set(survey, found)
  return found
}

function decide(survey: Survey): readonly QuestionHeading[] {
  const zones = headingZones(survey)
  const [first] = zones
  const title = first && first.asks < 0.5 ? first.text : ''
  const marked = new Set(zones.filter((zone) => hasAnswerMark(zone, survey)))
  // In a document that does not say that it asks, a contents or a summary among the headings speaks for a manual.
  const counts = (zone: HeadingZone): boolean => !survey.refrains.has(zone.block.node) && (!zone.furniture || !survey.namesQuestions)
  const vote = (zone: HeadingZone): number =>
    zone.labelled || (marked.has(zone) && !zone.furniture) ? 1 : zone.furniture ? 0 : asksAlone(zone, title, survey)
  const byLevel = new Map([...Map.groupBy(zones, (zone) => zone.key)].map(([key, level]) => [key, tally(level, vote, counts)]))
  const bySiblings = new Map(
    [...Map.groupBy(zones, (zone) => zone.parent)].flatMap(([parent, children]) =>
      [...Map.groupBy(children, (zone) => zone.key)].map(([key, group]) => [siblingsKey(parent, key), tally(group, vote, counts)] as const)
    )
  )
  const parts = zones.filter((zone) => zone.level <= 3 && namesSoftwarePart(zone.text) && (zone.parent?.asks ?? 0) < 1).length
  const manual = !survey.namesFaq && (parts >= 2 || survey.presentsSoftware)
  const blocks = survey.blocks.length
  // One label under a heading that does not ask is a coincidence.
  const isLone = (zone: HeadingZone): boolean => marked.size < 2 && !zone.labelled && zone.asks < 0.5

  const confidenceOf = (zone: HeadingZone): number => {
    const level = byLevel.get(zone.key)
    const siblings = bySiblings.get(siblingsKey(zone.parent, zone.key))
    if (!level || !siblings) return 0
    const own = vote(zone)
    if (marked.has(zone) && !isLone(zone)) return zone.furniture && own === 0 ? 0 : 0.97
    if (survey.asksReader) return 0
    if (level.labelled >= 2) return zone.labelled ? 0.95 : 0
    const counted = level.zones.length
    // With nothing below it a statement asks only where it is counted among questions.
    const open = zone.ordinal !== undefined && level.numbered >= 0.8 && counted >= 3
    if (
      zone.furniture ||
      (zone.parent?.furniture && own < (isContentsHeading(zone.parent.text) ? 0.5 : 1)) ||
      (isBare(zone.body) && own < 0.5 && !open)
    )
      return 0
    if (isUncounted(zone, level)) return 0
    const threshold = survey.namesFaq ? (level.told >= 0.7 ? 0.1 : 0.2) : survey.namesQuestions ? 0.35 : 0.5
    const steady = level.mean >= threshold && counted >= 3 && !(manual && level.mean < 0.8)
    const covered = level.size / blocks
    const named = (survey.namesQuestions && covered >= 0.25) || survey.hasCardMarks || survey.foldsAsk
    const few = counted < 3 && level.mean >= 0.9 && (named || (counted === 2 && covered >= 0.6 && !manual))
    const listed = survey.namesQuestions && level.numbered >= 0.8 && counted >= 3
    if (steady || few || listed) {
      // Among siblings that never ask, on a level that mostly asks, a heading belongs to something else.
      if (own < 0.3 && !listed && unlikely(level.mean, siblings.mean * siblings.zones.length, siblings.zones.length)) return 0
      if (own < 0.3 && !listed && (level.mean >= 0.85 ? isEdge(zone, level) : !survey.namesQuestions && leads(zone, level))) return 0
      return Math.min(
        0.97,
        0.4 + 0.5 * Math.max(level.mean, listed ? 0.8 : 0, siblings.mean) + (survey.namesQuestions ? 0.1 : 0) + Math.min(0.1, counted / 100)
      )
    }
    const share = zone.parent ? zone.parent.body.length / blocks : 1
    const below = zone.parent !== undefined && namesQuestions(zone.parent.text)
    const wide = share >= 0.3
    const group = siblings.zones.length >= 3 && siblings.mean >= 0.75 && (below ? wide || siblings.zones.length >= 5 : wide && !manual)
    if (group) return 0.35 + 0.4 * siblings.mean
    return 0
  }

  const confidences = new Map(zones.map((zone) => [zone, confidenceOf(zone)]))
  const groups = (zone: HeadingZone): boolean => {
    const asking = zone.children.filter((child) => (confidences.get(child) ?? 0) > 0)
    if (asking.length === 0 || marked.has(zone) || zone.labelled) return false
    const strong = asking.filter((child) => vote(child) >= 0.5).length
    return (isBare(zone.own) && strong >= 1) || (vote(zone) < 0.5 && strong >= 2 && strong * 2 >= zone.children.length)
  }
  const sure = Map.groupBy(
    zones.filter((zone) => (confidences.get(zone) ?? 0) > 0),
    ({key}) => key
  )
  const steady = new Set([...sure].filter(([, level]) => level.length >= 3).map(([key]) => key))
  const pairs = labelledPairs(survey)
  const found: QuestionHeading[] = []
  let closed = -1
  for (const zone of zones) {
    const confidence = confidences.get(zone) ?? 0
    if (zone.block.index <= closed || groups(zone)) continue
    const stray = confidence === 0 && steady.size > 0 && zone.asks >= 0.8 && !zone.furniture && !isBare(zone.own)
    if (confidence === 0 && !stray) continue
    // A question of another level than the rest must not swallow those below it.
    const body = untilLabel(zone, stray ? untilSteady(zone, steady) : zone.body, pairs)
    found.push({...zone, body, confidence: stray ? 0.6 : confidence, safe: marked.has(zone) || zone.labelled})
    closed = zone.block.index + body.length
  }
  if (found.length > 0) return found
  return survey.shape === undefined ? acrossLevels(zones, vote, survey.asksReader || manual) : asAsked(zones)
}

/** Where levels jump about, no level has enough questions, but the headings together have: each with the text right below it. */
function acrossLevels(zones: readonly HeadingZone[], vote: (zone: HeadingZone) => number, never: boolean): readonly QuestionHeading[] {
  const [first] = zones
  const counted = zones.filter((zone) => !(zone === first && zone.level === 1 && vote(zone) < 0.5))
  const asking = counted.filter((zone) => vote(zone) >= 0.8 && !zone.furniture)
  if (never || asking.length < 3 || asking.length < counted.length * 0.9) return []
  return asking.map((zone) => ({...zone, body: zone.own, confidence: 0.7, safe: false}))
}

/** In a document that does not say that it asks, questions that only it can answer head its parts. */
function asksAlone(zone: HeadingZone, title: string, survey: Survey): number {
  return survey.namesQuestions || !isPointing(zone.text, title) ? zone.asks : Math.min(zone.asks, 0.3)
}

/** When the author says that headings ask: those of the level that most often has text of its own. */
function asAsked(zones: readonly HeadingZone[]): readonly QuestionHeading[] {
  const levels = [
    ...Map.groupBy(
      zones.filter((zone) => !isBare(zone.own)),
      ({key}) => key
    ).values()
  ]
  const [most = []] = levels.sort((a, b) => b.length - a.length)
  return most.filter(({furniture}) => !furniture).map((zone) => ({...zone, confidence: 0.5, safe: false}))
}

/** Below a labelled heading, a labelled line is the next question; below any answer, one that is answered is, if there are several. */
function untilLabel(zone: HeadingZone, body: readonly Block[], pairs: ReadonlySet<Block>): readonly Block[] {
  if (!zone.labelled && pairs.size >= 2) {
    const at = body.findIndex((block) => pairs.has(block))
    return at === -1 || isBare(body.slice(0, at)) ? body : body.slice(0, at)
  }
  if (!zone.labelled || onlyCounts(zone.stem)) return body
  const at = body.findIndex(({node}) => node.type === 'paragraph' && questionLabel.test(inlineText(node.children)))
  return at === -1 ? body : body.slice(0, at)
}

/** Paragraphs labelled as a question, with a labelled answer in them or right below. */
function labelledPairs({blocks}: Survey): ReadonlySet<Block> {
  const answers = (text: string) => answerLabelWithColon.test(text)
  return new Set(
    blocks.filter(({node, index}) => {
      if (node.type !== 'paragraph') return false
      const [line = '', ...lines] = inlineText(node.children).split('\n')
      const next = blocks[index + 1]?.node
      const label = questionLabel.exec(line)?.[0] ?? ''
      return /[:：]/u.test(label) && (lines.some(answers) || (next?.type === 'paragraph' && answers(inlineText(next))))
    })
  )
}

function untilSteady(zone: HeadingZone, steady: ReadonlySet<string>): readonly Block[] {
  const next = zone.children.find((child) => steady.has(child.key) && child.asks >= 0.5)
  return next ? zone.body.slice(0, next.block.index - zone.block.index - 1) : zone.body
}

function siblingsKey(parent: HeadingZone | undefined, key: string): string {
  return `${parent?.block.index ?? -1} ${key}`
}

function tally(zones: readonly HeadingZone[], vote: (zone: HeadingZone) => number, counts: (zone: HeadingZone) => boolean): LevelVotes {
  const counted = zones.filter(counts)
  const votes = counted.map(vote)
  const numbered = zones.filter((zone) => zone.ordinal !== undefined)
  const rising = numbered.filter((zone, at) => at === 0 || (zone.ordinal ?? 0) >= (numbered[at - 1]?.ordinal ?? 0)).length
  const asking = counted.filter((_, at) => (votes[at] ?? 0) >= 0.5)
  const first = asking[0]?.block.index ?? -1
  const after = counted.filter(({block, furniture}) => block.index >= first && !furniture).length
  return {
    zones: counted,
    mean: counted.length === 0 ? 0 : votes.reduce((sum, own) => sum + own, 0) / counted.length,
    labelled: zones.filter((zone) => zone.labelled).length,
    numbered: counted.length === 0 ? 0 : Math.min(numbered.length, rising) / counted.length,
    told: counted.length === 0 ? 0 : counted.filter(({own}) => !isBare(own)).length / counted.length,
    size: counted.reduce((sum, {body}) => sum + body.length + 1, 0),
    first,
    last: asking.at(-1)?.block.index ?? -1,
    firstNumbered: numbered[0]?.block.index ?? -1,
    lastNumbered: numbered.at(-1)?.block.index ?? -1,
    steady: asking.length >= after * 0.85
  }
}

/** Whether so few askers among so many siblings are too few to be chance. */
function unlikely(mean: number, asking: number, count: number): boolean {
  return asking < 0.3 && (1 - mean) ** count < 0.06
}

/** Whether a heading stands before the first or after the last of its level that asks. */
function isEdge({block}: HeadingZone, {first, last}: LevelVotes): boolean {
  return block.index < first || block.index > last
}

/** Whether a heading without a number stands above all those that count, or below them with nothing that asks or answers. */
function isUncounted(zone: HeadingZone, {zones, numbered, firstNumbered, lastNumbered}: LevelVotes): boolean {
  if (zone.ordinal !== undefined || zones.length < 5 || numbered < 0.75) return false
  return zone.block.index < firstNumbered || (zone.block.index > lastNumbered && (zone.asks < 0.5 || isBare(zone.body)))
}

/** Whether a heading opens a level on which nearly all that follow ask: an introduction. */
function leads({block}: HeadingZone, {first, steady}: LevelVotes): boolean {
  return block.index < first && steady
}
