import {resolve} from 'node:path'
import type {Argv} from 'yargs'
import type {RemovedCard} from '../pipeline/deck-diff.ts'
import type {Host} from '../pipeline/host.ts'
import {clozeNotetype, questionNotetype} from '../render/anki/notetype.ts'
import {terminal} from './host.ts'
import type {SourceOptions} from './options.ts'

/** Options of the commands that compare with what learners have. */
export interface LockOptions {
  readonly base: readonly string[]
  readonly 'removed-list': string | undefined
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
    .option('removed-list', {
      type: 'string',
      requiresArg: true,
      describe: 'Write a text file that tags removed cards in Anki with cardpress::removed'
    })
}

/**
 * Writes guids and tags as a text file for Anki (File > Import): import can neither delete nor suspend, but it can tag.
 * No field is in it, so nothing else of a note changes.
 */
export async function writeRemovedList(path: string | undefined, removed: readonly RemovedCard[], host: Host): Promise<void> {
  if (path === undefined) return
  const head = ['#separator:Tab', '#html:true', '#guid column:1', '#notetype column:2', '#tags column:3']
  const names = {standard: questionNotetype.name, cloze: clozeNotetype.name}
  const rows = removed.map(({guid, kind}) => [guid, names[kind], 'cardpress::removed'].map((cell) => `"${cell}"`).join('\t'))
  await host.writeFiles([{path: resolve(terminal.cwd(), path), bytes: `${[...head, ...rows].join('\n')}\n`}])
}
