import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {addProblem, type RuleLevel, readLevel} from '../report/problem.ts'
import {closest} from './closest.ts'
import {readWebAddress, WANTED_ADDRESS} from './web-address.ts'

/** What the author says about a whole file at its top. Keys of other tools (`layout`, `permalink`) are none of our business. */
export interface FrontMatter {
  readonly title?: string
  readonly id?: string
  readonly author?: string
  /** Under which terms the cards may be passed on: a name or an address. Written `licence` too. */
  readonly license?: string
  /** Address on the web that stands with its QR code above the title. */
  readonly qr?: string
  /** BCP 47. */
  readonly lang?: string
  /** Seconds since 1970; a day without time is midnight UTC. */
  readonly date?: number
  readonly tags?: readonly string[]
  readonly deck?: string
  /** Whether all questions with plain answers are also asked the other way round. */
  readonly reverse?: boolean
  /** Id of the recogniser to read the file with, where the author wants to decide. */
  readonly shape?: string
  /** What concerns cardpress alone. */
  readonly cardpress?: CardpressSettings
}

export interface CardpressSettings {
  /** Levels of rules by their ids: `off`, `info`, `warning` or `error`. */
  readonly rules: Readonly<Record<string, RuleLevel>>
}

type Reader = (value: unknown) => FrontMatter[keyof FrontMatter]

/** Each key with its reader (`undefined`: wrong type) and the type as a person would say it. */
const keys: Readonly<Record<keyof FrontMatter, {read: Reader; wanted: string}>> = {
  title: {read: text, wanted: 'a text'},
  id: {read: identifier, wanted: 'a word of letters, digits, `-`, `_` and `.`'},
  author: {read: names, wanted: 'a text or a list of texts'},
  license: {read: text, wanted: 'a text such as `CC BY 4.0`'},
  qr: {read: (value) => readWebAddress(text(value) ?? ''), wanted: WANTED_ADDRESS},
  lang: {read: language, wanted: 'a language tag such as `en` or `pt-BR`'},
  date: {read: date, wanted: 'a date such as `2026-11-23`'},
  tags: {read: tags, wanted: 'a list of words'},
  deck: {read: text, wanted: 'a deck name such as `Kafka::Basics`'},
  reverse: {read: (value) => (typeof value === 'boolean' ? value : undefined), wanted: '`true` or `false`'},
  shape: {read: identifier, wanted: 'the id of a shape'},
  cardpress: {read: settings, wanted: '`rules` with `off`, `info`, `warning` or `error` for each'}
}

const spellings: Readonly<Record<string, keyof FrontMatter>> = {licence: 'license'}

/** Reads the YAML block at the top of the file. Broken YAML or a wrong type is an error at its line; a key that looks like a slip of ours, a warning. */
export async function readFrontMatter(tree: Root, file: VFile): Promise<FrontMatter> {
  const node = tree.children.find((child) => child.type === 'yaml')
  if (!node || node.value.trim() === '') return {}
  const {LineCounter, isMap, isScalar, parseDocument} = await import('yaml')
  const lineCounter = new LineCounter()
  const document = parseDocument(node.value, {lineCounter, prettyErrors: false, schema: 'core', uniqueKeys: true})
  const firstLine = (node.position?.start.line ?? 1) + 1 // The line below the opening `---`.
  const placeAt = (offset: number) => {
    const {line, col} = lineCounter.linePos(offset)
    return {line: line + firstLine - 1, column: col}
  }
  const [error] = document.errors
  if (error) {
    addProblem(file, {
      severity: 'error',
      ruleId: 'front-matter-syntax',
      reason: `Unexpected YAML in the front matter, ${error.message.split('\n')[0]?.replace(/\.$/, '')}`,
      place: placeAt(error.pos[0]),
      note: 'Quote values that hold `:`, `#` or quotes: `title: "Kafka: the basics"`'
    })
    return {}
  }
  if (!isMap(document.contents)) return {}
  const found: Record<string, unknown> = Object.create(null)
  for (const {key, value} of document.contents.items) {
    const written = isScalar(key) ? String(key.value) : ''
    const name = Object.hasOwn(spellings, written) ? (spellings[written] ?? written) : written
    const place = isScalar(key) && key.range ? placeAt(key.range[0]) : undefined
    const known = Object.entries(keys).find(([known]) => known === name)?.[1]
    if (!known) {
      const meant = closest(name, Object.keys(keys))
      if (meant)
        addProblem(file, {
          severity: 'warning',
          ruleId: 'front-matter-key',
          reason: `Unexpected key \`${name}\` in the front matter, did you mean \`${meant}\`?`,
          place
        })
      continue
    }
    const plain = toPlain(() => value?.toJS(document, {maxAliasCount: 20}))
    if (plain === null || plain === undefined) continue
    const read = known.read(plain)
    if (read === undefined)
      addProblem(file, {
        // Only a wrong id would do harm that can't be repaired; the rest is read as if it were not there.
        severity: name === 'id' ? 'error' : 'warning',
        ruleId: 'front-matter-type',
        reason: `Unexpected value of \`${name}\` in the front matter, expected ${known.wanted}`,
        place
      })
    else found[name] = read
  }
  return found
}

/** Aliases that multiply are refused by the library with a throw; such a value has no type that we want. */
function toPlain(resolve: () => unknown): unknown {
  try {
    return resolve()
  } catch {
    return Symbol('refused')
  }
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') || undefined : undefined
}

function identifier(value: unknown): string | undefined {
  const word = text(value)
  return word && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(word) ? word : undefined
}

function names(value: unknown): string | undefined {
  const list = Array.isArray(value) ? value.map(text) : [text(value)]
  return list.every((name) => name !== undefined) ? list.join(', ') : undefined
}

function language(value: unknown): string | undefined {
  const tag = text(value)?.replaceAll('_', '-')
  try {
    return tag && Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

function date(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(value.trim()) : null
  if (!match) return undefined
  const [day] = match
  // A time without zone would be read in the zone of the machine: same input, other bytes.
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(day)
  const ms = Date.parse(day.length === 10 || hasZone ? day.replace(' ', 'T') : `${day.replace(' ', 'T')}Z`)
  return Number.isNaN(ms) || ms < 0 ? undefined : Math.floor(ms / 1000)
}

function tags(value: unknown): readonly string[] | undefined {
  const list = typeof value === 'string' ? value.split(/[,\s]+/) : value
  if (!Array.isArray(list)) return undefined
  const words = list.map(text)
  return words.every((word) => word !== undefined || list.length === 0) ? words.filter((word) => word !== undefined) : undefined
}

function settings(value: unknown): CardpressSettings | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).some((key) => key !== 'rules')) return undefined
  const rules = 'rules' in value ? (value.rules ?? {}) : {}
  if (typeof rules !== 'object') return undefined
  const levels = Object.entries(rules).map(([id, level]) => [id, readLevel(level)] as const)
  const known = levels.filter((entry): entry is [string, RuleLevel] => entry[1] !== undefined)
  return known.length === levels.length ? {rules: Object.fromEntries(known)} : undefined
}
