import {resolve} from 'node:path'
import type {Argv} from 'yargs'
import type {RemovedCard} from '../pipeline/deck-diff.ts'
import type {Host} from '../pipeline/host.ts'
import {removedList} from '../pipeline/removed-list.ts'
import {terminal} from './host.ts'
import type {SourceOptions} from './options.ts'

/** Options of the commands that compare with what learners have. */
export interface LockOptions {
  readonly base: readonly string[]
  readonly 'removed-list': string | undefined
  readonly fetch: boolean
  readonly unanswered: boolean
}

export function lockOptions(yargs: Argv<SourceOptions>): Argv<SourceOptions & LockOptions> {
  return yargs
    .option('base', {
      type: 'string', // Not an array: that would swallow the paths behind it. Given twice, it comes as one.
      requiresArg: true,
      default: [] as readonly string[],
      defaultDescription: 'none',
      coerce: (value: string | readonly string[]): readonly string[] => [value].flat(),
      describe: 'Deck of the last release, or a folder of decks: the memory where no lock is kept'
    })
    .option('fetch', {type: 'boolean', default: false, describe: 'Fetch pictures from the web; without it nothing is fetched'})
    .option('unanswered', {type: 'boolean', default: false, describe: 'Make cards of questions without an answer too'})
    .option('removed-list', {
      type: 'string',
      requiresArg: true,
      describe: 'Write a text file that tags removed cards in Anki with cardpress::removed'
    })
}

/** Writes the list where one is asked for. */
export async function writeRemovedList(path: string | undefined, removed: readonly RemovedCard[], host: Host): Promise<void> {
  if (path !== undefined) await host.writeFiles([{path: resolve(terminal.cwd(), path), bytes: removedList(removed)}])
}
