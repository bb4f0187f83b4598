import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {type Core, newestCore} from './cores.ts'

/** What Anki's import log counts. */
export interface ImportLog {
  readonly new: number
  readonly updated: number
  readonly duplicate: number
  readonly conflicting: number
  readonly empty_first_field: number
}

/** A note as it stands in the collection. */
export interface NoteDump {
  readonly guid: string
  readonly notetype: string
  readonly mod: number
  readonly tags: readonly string[]
  readonly fields: readonly string[]
}

/** The collection after one import. */
export interface Step {
  readonly log: ImportLog
  readonly notes: number
  readonly cards: number
  readonly notetypes: readonly {readonly name: string; readonly id: number; readonly css?: string}[]
  readonly decks: readonly {readonly name: string; readonly cards: number; readonly description: string}[]
  readonly media: readonly {readonly name: string}[]
  readonly tags: readonly string[]
  readonly check_database: {readonly ok: boolean; readonly report: readonly string[]; readonly cards_added: number}
  readonly check_media: {readonly missing: readonly string[]; readonly unused: readonly string[]}
  readonly empty_cards: number
  readonly scheduling?: {readonly cards: number; readonly changed: Readonly<Record<string, unknown>>}
  readonly dump?: {readonly notes: readonly NoteDump[]; readonly cards: readonly {readonly deck: string; readonly ord: number}[]}
}

/** What the real core says. */
export interface AnkiReport {
  /** Version of the core, such as `26.09.3`. */
  readonly anki: string
  readonly steps: readonly Step[]
  readonly render?: {
    readonly cards: number
    readonly problems: readonly {readonly guid: string; readonly faults: readonly string[]}[]
    readonly html?: readonly {readonly ord: number; readonly question: string; readonly answer: string}[]
  }
  /** Guids that `--search` finds. */
  readonly found?: readonly string[]
  /** Broken expectations and, with `--strict`, faults; empty when all is well. */
  readonly failures: readonly string[]
}

type Command = 'import' | 'render' | 'csv'

/** Runs the real Anki core over files, in order, in a collection of its own; CSV files follow one package. */
export function askAnki(command: Command, files: readonly Uint8Array[], ...flags: readonly string[]): Promise<AnkiReport> {
  return askCore(newestCore, command, files, ...flags)
}

/** The same question to another version of Anki. */
export async function askCore(
  {python, script, flags: always}: Core,
  command: Command,
  files: readonly Uint8Array[],
  ...flags: readonly string[]
): Promise<AnkiReport> {
  const names = files.map((_, index) => `${index}${command === 'csv' && index > 0 ? '.csv' : '.apkg'}`)
  const folder = await temporaryFolder(Object.fromEntries(names.map((name, index) => [name, files[index] ?? ''])))
  const paths = names.map((name) => join(folder, name))
  const run = spawnSync(python, [script, command, ...paths, ...always, ...flags], {encoding: 'utf8', maxBuffer: 1 << 28})
  if (run.stdout === '') throw new Error(`Expected Anki to answer but found status ${run.status}: ${run.stderr}`, {cause: run.error})
  const {failed = [], refused, ...report}: AnkiReport & {failed?: readonly string[]; refused?: {reason: string}} = JSON.parse(run.stdout)
  // What Check Database said stands with the failure: "found problems" alone tells nobody which.
  const faults = failed.length > 0 ? report.steps.flatMap(({check_database: check}) => (check && !check.ok ? check.report : [])) : []
  return {...report, failures: refused ? [refused.reason] : [...failed, ...faults]}
}
