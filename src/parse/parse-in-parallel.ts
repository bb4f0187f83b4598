import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {finishTree} from './finish-tree.ts'
import {markdownOf} from './markdown-of.ts'
import {type PackedTrees, packTrees, unpackTrees} from './pack-trees.ts'
import {lookOver, type Outlook, type ParsedStretch, parseStretch, type Stretch, wholeOf} from './parse-stretch.ts'

/** Helpers that parse stretches of one text, each on its own. */
export interface Helpers {
  readonly count: number
  /** As `parsePacked` would here. May fail. */
  readonly parse: (stretch: Stretch) => Promise<PackedStretch | undefined>
}

/** A parsed stretch on its way between threads. */
export interface PackedStretch {
  readonly pieces: readonly Stretch[]
  readonly trees: PackedTrees
  readonly tooDeepFrom: number | undefined
}

/** Characters of a stretch, about 0.05 s of work: long enough that asking costs nothing, short enough that nobody waits for the last. */
const stretchLength = 65_536

/** Stretches that a helper has at once: one is parsed while the other waits to be taken. */
const ahead = 2

/**
 * As `parse`, to the same tree. Helpers take stretches from the end, this thread from the start, until they meet.
 * What helpers fail to parse is parsed here.
 */
export async function parseInParallel(file: VFile, helpers: Helpers, length: number = stretchLength): Promise<Root> {
  const text = markdownOf(file)
  const outlook = lookOver(text)
  const stretches = toStretches(text, outlook, length)
  const parsed = new Map<Stretch, ParsedStretch | undefined>()
  const untaken = [...stretches]
  const help = async () => {
    for (let stretch = untaken.pop(); stretch; stretch = untaken.pop()) {
      const packed = await helpers.parse(stretch)
      parsed.set(stretch, packed && unpack(packed))
    }
  }
  const helped = Array.from({length: helpers.count * ahead}, () => help().catch(() => undefined))
  for (let stretch = untaken.shift(); stretch; stretch = untaken.shift()) {
    parsed.set(stretch, parseStretch(text, stretch, outlook))
    await turn() // What helpers sent is taken between two stretches.
  }
  await Promise.all(helped)
  return finishTree(file, proved(text, stretches, parsed, outlook), outlook)
}

/** Parses a stretch and packs it for the thread that asked. */
export function parsePacked(text: string, stretch: Stretch, outlook: Outlook): PackedStretch | undefined {
  const parsed = parseStretch(text, stretch, outlook)
  if (!parsed) return undefined
  const pieces = parsed.pieces.map(({start, end, followedBy}) => ({start, end, followedBy}))
  return {pieces, trees: packTrees(parsed.pieces.map(({tree}) => tree)), tooDeepFrom: parsed.tooDeepFrom}
}

function unpack({pieces, trees, tooDeepFrom}: PackedStretch): ParsedStretch {
  const unpacked = unpackTrees(trees)
  return {pieces: pieces.map((piece, index) => ({...piece, tree: unpacked[index] ?? {type: 'root', children: []}})), tooDeepFrom}
}

/**
 * Stretches that end where a block begins, in order. One that does not is parsed together with those behind it, twice as many at each
 * attempt: what was made of them alone began in the middle of a block.
 */
function proved(
  text: string,
  stretches: readonly Stretch[],
  parsed: ReadonlyMap<Stretch, ParsedStretch | undefined>,
  outlook: Outlook
): readonly ParsedStretch[] {
  const found: ParsedStretch[] = []
  let index = 0
  while (index < stretches.length) {
    const first = stretches[index++]
    let result = first && (parsed.has(first) ? parsed.get(first) : parseStretch(text, first, outlook))
    for (let more = 1; first && !result && index < stretches.length; more *= 2) {
      index = Math.min(index + more, stretches.length)
      result = parseStretch(text, {...first, ...endOf(stretches[index - 1])}, outlook)
    }
    if (result) found.push(result)
  }
  return found
}

function endOf(stretch: Stretch | undefined): Partial<Stretch> {
  return stretch ? {end: stretch.end, followedBy: stretch.followedBy} : {}
}

function toStretches(text: string, {points}: Outlook, length: number): readonly Stretch[] {
  let {start} = wholeOf(text)
  const stretches: Stretch[] = []
  for (const {offset, followedBy, doubtful} of points) {
    if (doubtful || followedBy === '' || offset - start < length) continue
    stretches.push({start, end: offset, followedBy})
    start = offset
  }
  return [...stretches, {start, end: text.length, followedBy: ''}]
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
