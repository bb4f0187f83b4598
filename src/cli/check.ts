import type {CommandModule} from 'yargs'
import {lintDrafts} from '../pipeline/lint-drafts.ts'
import {readDrafts} from '../pipeline/read-drafts.ts'
import {settleGuides} from '../pipeline/settle-guides.ts'
import {finish, toJson} from './finish.ts'
import {createHost, terminal} from './host.ts'
import {revealStdin, type SourceOptions, sourceOptions} from './options.ts'
import {readingLines} from './reading-lines.ts'

/** `cardpress check`: problems and how each file was read; writes nothing, not even the lock. */
export const checkCommand: CommandModule<object, SourceOptions> = {
  command: 'check <paths..>',
  describe: 'List what is wrong with the questions; write nothing',
  builder: (yargs) =>
    sourceOptions(yargs)
      .example('$0 check source', 'Check a folder')
      .example('$0 check --strict --all README.md', 'Every problem, and exit 1 on warnings'),
  async handler(options) {
    const host = createHost({out: '.', root: options.root})
    const sources = await host.readSources(revealStdin(options.paths))
    const drafts = await readDrafts(sources, options)
    await settleGuides(drafts, host)
    lintDrafts(drafts)
    const files = sources.map(({file}) => file)
    if (options.json) {
      terminal.print(
        JSON.stringify(
          {
            files: drafts.map(({source, extraction}) => ({path: source.file.path, cards: extraction.candidates.length})),
            problems: files.flatMap(toJson)
          },
          null,
          1
        )
      )
    } else if (!options.quiet) terminal.print(readingLines(drafts).join('\n'))
    finish(files, options)
  }
}
