import type {VFile} from 'vfile'
import type {Lock} from '../lock/lock.ts'
import {addProblem} from '../report/problem.ts'
import {sourceOf} from './gather-folders.ts'
import type {Draft} from './read-drafts.ts'
import type {SettledGuide} from './settle-guides.ts'

/** Tells what the author should know of how cards were known again: those in doubt, and a deck name that stays. */
export function reportSettled({guide, draft, settled}: SettledGuide): void {
  const {file} = draft.source
  for (const [index, {rivals, id}] of settled.entries()) {
    if (rivals.length === 0) continue
    const [first] = rivals
    const ids = rivals.slice(0, 3).map((rival) => (rival.guide === guide.id ? `\`${rival.id}\`` : `\`${rival.id}\` of \`${rival.guide}\``))
    addProblem(fileAt(draft, index), {
      severity: 'warning',
      ruleId: 'ambiguous-card',
      reason: `Unexpected question that could be ${ids.join(' or ')} of the last build, expected words that tell which; it becomes the new card \`${id}\``,
      place: guide.cards[index]?.position,
      note: `To keep the progress of one of them, write its id behind the question before anyone has the new deck: \`{#${first?.id}}\``
    })
  }
  const {deck} = draft.frontMatter
  const own = guide.deck.split('::').at(-1)
  if (deck !== undefined && deck !== guide.deck)
    addProblem(file, {
      severity: 'warning',
      ruleId: 'kept-deck',
      reason: `Unexpected deck \`${deck}\` in the front matter, expected \`${guide.deck}\` as in the last build; that one stays`,
      note: moveByHand
    })
  else if (deck === undefined && own !== guide.title.replaceAll('::', ' '))
    addProblem(file, {
      severity: 'info',
      ruleId: 'kept-deck',
      reason: `Unexpected title \`${guide.title}\` above cards of the deck \`${guide.deck}\`, expected the same name; the deck keeps its own`,
      note: moveByHand
    })
}

const moveByHand =
  'An import moves no card. Learners can move them in Anki: Browse, select all, Change Deck; then change `deck` in the lock as well.'

/** New cards are dated by commits, and the clone holds too few: told once a run. */
export function reportShallow({draft}: SettledGuide): void {
  addProblem(draft.source.file, {
    severity: 'warning',
    ruleId: 'shallow-clone',
    reason: 'Unexpected end of the history at the last commit of a file, expected a whole clone: new cards may be dated too late',
    note: 'Fetch all of it (`git fetch --unshallow`; `fetch-depth: 0` in a workflow), or set `SOURCE_DATE_EPOCH` or `date` in the front matter.'
  })
}

/** A new card whose question stands in a guide that was not read: perhaps it moved, and only a build of both could tell. */
export function reportKnownElsewhere(guides: readonly SettledGuide[], lock: Lock, looked: ReadonlySet<string>): void {
  const unread = Object.entries(lock.guides).filter(([id]) => !looked.has(id))
  const known = new Map(
    unread.flatMap(([id, {source, cards}]) =>
      Object.values(cards).flatMap(({question, removed}) => (removed === undefined ? [[question, source ?? id] as const] : []))
    )
  )
  if (known.size === 0) return
  for (const {guide, draft, settled} of guides)
    for (const [index, {change}] of settled.entries()) {
      const card = guide.cards[index]
      const source = card && change === 'new' ? known.get(card.prints.question) : undefined
      if (source === undefined) continue
      addProblem(fileAt(draft, index), {
        severity: 'warning',
        ruleId: 'known-elsewhere',
        reason: `Unexpected new card whose question the lock knows from \`${source}\`, which was not read; expected both files in one build if it moved`,
        place: card?.position,
        note: 'Build both together and learners keep their progress. If both files ask it, all is well.'
      })
    }
}

/** The file of a candidate: a gathered folder has several. */
function fileAt(draft: Draft, index: number): VFile {
  const candidate = draft.extraction.candidates[index]
  return (candidate ? sourceOf(draft, candidate) : draft.source).file
}
