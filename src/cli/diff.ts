import type {CommandModule} from 'yargs'
import {askUnanswered} from '../pipeline/ask-unanswered.ts'
import {deckDiff, type GuideDiff, removedEver} from '../pipeline/deck-diff.ts'
import {readDrafts} from '../pipeline/read-drafts.ts'
import {settleGuides} from '../pipeline/settle-guides.ts'
import {readBase} from '../read/read-base.ts'
import {diffCounts, diffLines} from './diff-lines.ts'
import {diffMarkdown} from './diff-markdown.ts'
import {finish, toJson} from './finish.ts'
import {createHost, terminal} from './host.ts'
import {type LockOptions, lockOptions, writeRemovedList} from './lock-options.ts'
import {revealStdin, type SourceOptions, sourceOptions} from './options.ts'

interface DiffOptions extends SourceOptions, LockOptions {
  readonly markdown: boolean
}

/** Cards of a kind that are listed without `--all`. */
const few = 5

/** `cardpress diff`: what the next deck changes for those who have the last one; writes nothing but the list asked for. */
export const diffCommand: CommandModule<object, DiffOptions> = {
  command: 'diff <paths..>',
  describe: 'Show what the next deck changes for learners; write nothing',
  builder: (yargs) =>
    lockOptions(sourceOptions(yargs))
      .option('markdown', {type: 'boolean', default: false, describe: 'Print Markdown for a pull request or a job summary'})
      .example('$0 diff notes', 'What changed since the lock was written')
      .example('$0 diff notes --base last/kafka.apkg --markdown', 'What changed since a release'),
  async handler(options) {
    const host = createHost({out: '.', root: options.root, fetch: options.fetch})
    const base = await readBase(options.base)
    const sources = await host.readSources(revealStdin(options.paths))
    const drafts = await readDrafts(sources, {...options, parse: host.parse})
    const sound = drafts.filter(({source}) => source.file.messages.every(({fatal}) => fatal !== true))
    const asked = options.unanswered ? sound.map(askUnanswered) : sound
    const settlement = await settleGuides(asked, host, {base})
    const diff = deckDiff(settlement, base)
    await writeRemovedList(options['removed-list'], removedEver(settlement), host)
    const files = sources.map(({file}) => file)
    if (options.json) terminal.print(JSON.stringify({guides: diff, problems: files.flatMap(toJson)}, null, 1))
    else if (options.markdown) terminal.print(diffMarkdown(diff))
    else if (!options.quiet) terminal.print(diff.flatMap((guide) => toText(guide, options.all)).join('\n'))
    finish(files, options)
  }
}

function toText(guide: GuideDiff, all: boolean): string[] {
  const where = guide.path ?? `${guide.deck}, whose file is gone`
  return [`${where}   ${diffCounts(guide)}`, ...diffLines(guide, {most: all ? Number.POSITIVE_INFINITY : few})]
}
