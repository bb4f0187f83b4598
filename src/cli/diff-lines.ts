import {type DiffCard, type DiffKind, diffKinds, type GuideDiff} from '../pipeline/deck-diff.ts'
import {aligned} from '../report/aligned.ts'

/** "2 new, 1 reworded, 470 as before". */
export function diffCounts({counts, restamped}: Pick<GuideDiff, 'counts' | 'restamped'>): string {
  const parts = diffKinds.flatMap((kind) => (counts[kind] > 0 ? [`${counts[kind]} ${kind === 'unchanged' ? 'as before' : kind}`] : []))
  return [...parts, ...(restamped > 0 ? [`${restamped} of them restamped`] : [])].join(', ')
}

export interface DiffLineOptions {
  readonly kinds?: readonly DiffKind[]
  /** Lines of a kind; the rest is counted. */
  readonly most: number
}

/** The cards of a guide that are not as before, by kind. */
export function diffLines({cards, removed}: GuideDiff, {kinds = diffKinds, most}: DiffLineOptions): string[] {
  const rows = kinds.flatMap((kind) => {
    const all =
      kind === 'removed'
        ? removed.map(({label, search}) => [kind, label, 'still in Anki, found by', search])
        : cards
            .filter((card) => card.kind === kind)
            .map((card) => [kind, card.label, shortened(card.question), `${card.path}:${card.line}${evidence(card)}`])
    const more = all.length - most
    return more > 0 ? [...all.slice(0, most), [kind, '', `and ${more} more`, '']] : all
  })
  return aligned(rows.map(([kind = '', ...rest]) => [`  ${kind}`, ...rest]))
}

/** How a card was known again, where that is worth a look. */
export function evidence({kind, knownBy, from}: Pick<DiffCard, 'kind' | 'knownBy' | 'from'>): string {
  const by = kind === 'reworded' && (knownBy === 'answer' || knownBy === 'neighbours') ? `known by its ${knownBy}` : ''
  const parts = [by, from === undefined ? '' : `from ${from}`].filter(Boolean)
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
