import * as z from 'zod'
import {healUnion} from './heal-union.ts'

/** SHA-256 of bytes (hex) by a fingerprint of the address that they were fetched from. */
export type Pictures = Readonly<Record<string, string>>

/** What is remembered of a card once handed out: enough to know it again after edits, and when it last changed. */
export interface LockedCard {
  readonly label: string
  /** Content hash at the last build. */
  readonly hash: string
  /** Fingerprint of the question side. */
  readonly question: string
  /** Fingerprint of the answer; absent: none. */
  readonly answer?: string | undefined
  /** Fingerprint of the section path; absent: outside of sections. */
  readonly section?: string | undefined
  /** Id of the card before it; absent: the first one. */
  readonly after?: string | undefined
  /** Guide in which it was first handed out, where that is another one: the guid is made with it. */
  readonly guide?: string | undefined
  /** Id that stands in the source, where one does. Not the card's id where it was written to a card that had one. */
  readonly given?: string | undefined
  /** `cloze` is another notetype, and Anki can't turn one into the other; `unanswered` is in no deck yet. Absent: any other. */
  readonly kind?: 'cloze' | 'unanswered' | undefined
  /** Pictures fetched from the web, as the hash has them: SHA-256 of the bytes by a fingerprint of the address. Absent: none. */
  readonly pictures?: Pictures | undefined
  /** Notetype that it was handed out with, where that is not its guide's: Anki takes no update under another one. */
  readonly notetype?: number | undefined
  /** Last change, seconds since 1970. */
  readonly mod: number
  /** When it was found gone. The entry stays: labels are on paper, and a card that comes back is the same card. */
  readonly removed?: number | undefined
}

export interface LockedGuide {
  /** Path of the source relative to the lock, `/` between folders; absent: standard input. */
  readonly source?: string | undefined
  readonly deck: string
  /** Notetype ids by kind: constants for the stock theme, a guide's own for a theme of its own. */
  readonly notetypes: {readonly standard: number; readonly cloze: number}
  /** By card id. */
  readonly cards: Readonly<Record<string, LockedCard>>
}

/** What a pair of notetypes with a look of its own looks like. */
export interface LockedTheme {
  /** Fingerprint of templates and styles at the last deck. */
  readonly look: string
  /** When the look last changed, seconds since 1970. */
  readonly mod: number
}

/** `cardpress.lock.json`: the memory that keeps a deck re-importable. */
export interface Lock {
  readonly version: 1
  /** By the id of the standard notetype. Absent: all guides have the stock look. */
  readonly themes?: Readonly<Record<string, LockedTheme>> | undefined
  /** By guide id. */
  readonly guides: Readonly<Record<string, LockedGuide>>
}

const seconds = z.int().nonnegative()
const cardSchema: z.ZodType<LockedCard> = z.object({
  label: z.string(),
  hash: z.string(),
  question: z.string(),
  answer: z.string().optional(),
  section: z.string().optional(),
  after: z.string().optional(),
  guide: z.string().optional(),
  given: z.string().optional(),
  kind: z.enum(['cloze', 'unanswered']).optional(),
  pictures: z.record(z.string(), z.string()).optional(),
  notetype: z.int().optional(),
  mod: seconds,
  removed: seconds.optional()
})
const lockSchema: z.ZodType<Lock> = z.object({
  version: z.literal(1),
  themes: z.record(z.string().regex(/^\d+$/), z.object({look: z.string(), mod: seconds})).optional(),
  guides: z.record(
    z.string(),
    z.object({
      source: z.string().optional(),
      deck: z.string(),
      notetypes: z.object({standard: z.int(), cloze: z.int()}),
      cards: z.record(z.string(), cardSchema)
    })
  )
})

/** Cards by id; those that are none are left out. */
export function readLockedCards(value: unknown): Readonly<Record<string, LockedCard>> {
  const entries = Object.entries(z.record(z.string(), z.unknown()).safeParse(value).data ?? {})
  return Object.fromEntries(
    entries.flatMap(([id, card]) => [cardSchema.safeParse(card).data].flatMap((data) => (data ? [[id, data]] : [])))
  )
}

export const lockName = 'cardpress.lock.json'

export function emptyLock(): Lock {
  return {version: 1, guides: {}}
}

/** @returns The lock, or in a sentence why it can't be used. A lock in doubt is never guessed at: a wrong one duplicates cards. */
export function parseLock(text: string): Lock | {problem: string; line: number} {
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})/m.exec(text)
  if (conflict) return {problem: 'merge conflict marks', line: text.slice(0, conflict.index).split('\n').length}
  let json: unknown
  try {
    json = JSON.parse(healUnion(text))
  } catch (error) {
    return {problem: `broken JSON (${error instanceof Error ? error.message : 'unreadable'})`, line: 1}
  }
  const result = lockSchema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const newer = typeof json === 'object' && json !== null && 'version' in json && typeof json.version === 'number' && json.version > 1
  return {
    problem: newer
      ? 'a newer format than this cardpress reads'
      : `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'wrong shape'}`,
    line: 1
  }
}

/** One line a card, sorted by id, so that two branches merge line by line. Ends with a line feed. */
export function formatLock(lock: Lock): string {
  const guides = sortedEntries(lock.guides).map(([id, guide]) => {
    const {cards, ...head} = guide
    const lines = sortedEntries(cards).map(([cardId, card]) => `        ${JSON.stringify(cardId)}: ${JSON.stringify(card)}`)
    const fields = Object.entries(head).map(([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)},`)
    const body = lines.length > 0 ? `{\n${lines.join(',\n')}\n      }` : '{}'
    return `    ${JSON.stringify(id)}: {\n${fields.join('\n')}\n      "cards": ${body}\n    }`
  })
  const themes = sortedEntries(lock.themes ?? {}).map(([id, theme]) => `    ${JSON.stringify(id)}: ${JSON.stringify(theme)}`)
  const head = themes.length > 0 ? `  "themes": {\n${themes.join(',\n')}\n  },\n` : ''
  return `{\n  "version": ${lock.version},\n${head}  "guides": ${guides.length > 0 ? `{\n${guides.join(',\n')}\n  }` : '{}'}\n}\n`
}

/** By code units, not by locale. */
function sortedEntries<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
