import type {PhrasingContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {questionLabel} from './answer-label.ts'
import {asks} from './asks.ts'
import type {Block} from './flow.ts'
import {isFurniture} from './names-questions.ts'
import {readOrdinal} from './ordinal.ts'
import type {Survey} from './survey.ts'

/** A heading with what lies under it. */
export interface HeadingZone {
  readonly block: Block
  /** From 1, see `Block`. */
  readonly level: number
  readonly stem: readonly PhrasingContent[]
  readonly text: string
  /** Levels are told apart by the place of their headings: on the page or at the start of list items. */
  readonly key: string
  /** `Q3:`, `Question 4.` */
  readonly labelled: boolean
  readonly ordinal?: number
  /** From 0 to 1. */
  readonly asks: number
  readonly furniture: boolean
  /** Up to the next heading of any level. */
  readonly own: readonly Block[]
  /** Up to the next heading of this level or a higher one. */
  readonly body: readonly Block[]
  readonly children: readonly HeadingZone[]
  readonly parent?: HeadingZone
}

interface Draft extends Omit<HeadingZone, 'own' | 'body' | 'children' | 'parent'> {
  own: Block[]
  body: Block[]
  children: Draft[]
  parent?: Draft
}

const cache = new WeakMap<Survey, readonly HeadingZone[]>()

/** Zones of all headings in source order, nested by level. Found out once for all who ask. */
export function headingZones(survey: Survey): readonly HeadingZone[] {
  const known = cache.get(survey)
  if (known) return known
  const found = toZones(survey)
  cache.set(survey, found)
  return found
}

function toZones({blocks, refrains}: Survey): readonly HeadingZone[] {
  const zones: Draft[] = []
  const open: Draft[] = []
  for (const block of blocks) {
    const heading = headingOf(block.node)
    if (!heading) {
      open.at(-1)?.own.push(block)
      continue
    }
    const level = block.level ?? heading.level
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const zone = toDraft(block, level, heading.children, refrains.has(block.node))
    const parent = open.at(-1)
    if (parent) {
      zone.parent = parent
      parent.children.push(zone)
    }
    open.push(zone)
    zones.push(zone)
  }
  // From the end, so that each zone finds the next heading that closes it in constant time per level.
  const nextAt: number[] = Array(9).fill(blocks.length)
  for (const zone of zones.toReversed()) {
    zone.body = blocks.slice(zone.block.index + 1, Math.min(...nextAt.slice(1, zone.level + 1)))
    nextAt[zone.level] = zone.block.index
  }
  return zones
}

function toDraft(block: Block, level: number, stem: readonly PhrasingContent[], isRefrain: boolean): Draft {
  const text = inlineText(stem).trim()
  const ordinal = readOrdinal(text)
  const rest = ordinal ? text.slice(ordinal.length) : text
  return {
    block,
    level,
    stem,
    text,
    key: `${block.opensItem && block.item ? 'item' : 'page'} ${level}`,
    labelled: questionLabel.test(text) || questionLabel.test(rest),
    ...(ordinal ? {ordinal: ordinal.value} : {}),
    asks: isRefrain ? 0 : asks(rest),
    furniture: isRefrain || isFurniture(rest),
    own: [],
    body: [],
    children: []
  }
}
