import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {asks} from './asks.ts'
import type {Block} from './flow.ts'
import {readOrdinal} from './ordinal.ts'

/**
 * Headings that count on while their level changes (`## 5.`, `### 6.`, `#### 7.`), as in files that many hands wrote: all are of the
 * highest of these levels. Only where nearly all numbered headings are of that one count, and most of them ask.
 */
export function countAcrossLevels(blocks: readonly Block[]): readonly Block[] {
  const numbered = blocks.flatMap((block) => toNumbered(block) ?? [])
  const count: Numbered[] = []
  for (const heading of numbered) if (heading.value === (count.at(-1)?.value ?? heading.value - 1) + 1) count.push(heading)
  const highest = Math.min(...count.map(({level}) => level))
  const asking = count.filter((heading) => heading.asks >= 0.5).length
  if (count.length < 5 || count.length < numbered.length * 0.8 || asking * 2 < count.length) return blocks
  const lower = new Set(count.filter(({level}) => level > highest).map(({block}) => block))
  return lower.size === 0 ? blocks : blocks.map((block) => (lower.has(block) ? {...block, level: highest} : block))
}

interface Numbered {
  readonly block: Block
  readonly level: number
  readonly value: number
  readonly asks: number
}

function toNumbered(block: Block): Numbered | undefined {
  const heading = headingOf(block.node)
  if (!heading || block.item) return undefined
  const text = inlineText(heading.children).trim()
  const ordinal = readOrdinal(text)
  if (!ordinal || !Number.isInteger(ordinal.value)) return undefined
  return {block, level: block.level ?? heading.level, value: ordinal.value, asks: asks(text.slice(ordinal.length))}
}
