import type {CommandModule} from 'yargs'
import type {Source} from '../guide/source.ts'
import {lintDrafts} from '../pipeline/lint-drafts.ts'
import {readDrafts} from '../pipeline/read-drafts.ts'
import {type Repair, repairSources} from '../pipeline/repair-sources.ts'
import {settleGuides} from '../pipeline/settle-guides.ts'
import {aligned} from '../report/aligned.ts'
import {CliError} from '../report/cli-error.ts'
import {onlyLines} from '../report/only-lines.ts'
import type {RuleLevel} from '../report/problem.ts'
import {toAnnotations} from '../report/to-annotations.ts'
import {finish, toJson} from './finish.ts'
import {type CommandHost, createHost, terminal} from './host.ts'
import {revealStdin, type SourceOptions, sourceOptions} from './options.ts'
import {readingLines} from './reading-lines.ts'
import {ruleLevels} from './rule-levels.ts'

interface CheckOptions extends SourceOptions {
  readonly rule: Record<string, RuleLevel> | undefined
  readonly fix: boolean
  readonly since: string | undefined
}

/** `cardpress check`: problems and how each file was read; writes nothing, not even the lock, unless `--fix` asks for repairs. */
export const checkCommand: CommandModule<object, CheckOptions> = {
  command: 'check <paths..>',
  describe: 'List what is wrong with the questions; write nothing',
  builder: (yargs) =>
    sourceOptions(yargs)
      .option('rule', {type: 'string', requiresArg: true, coerce: ruleLevels, describe: 'Level of a rule: long-answer=off'})
      .option('fix', {type: 'boolean', default: false, describe: 'Repair in place what has one safe repair'})
      .option('since', {type: 'string', requiresArg: true, describe: 'Tell only what is on lines changed since this commit'})
      .example('$0 check source', 'Check a folder')
      .example('$0 check --strict --all README.md', 'Every problem, and exit 1 on warnings')
      .example('$0 check --since main docs', 'What a branch adds'),
  async handler(options) {
    const host = createHost({out: '.', root: options.root})
    const paths = revealStdin(options.paths)
    const levels = options.rule ?? {}
    let sources = await host.readSources(paths)
    const repairs = options.fix ? await repairSources(sources, {...options, levels}, host.rewriteSource) : []
    if (repairs.some(({repaired}) => repaired > 0)) sources = await host.readSources(paths)
    const drafts = await readDrafts(sources, {...options, parse: host.parse})
    await settleGuides(drafts, host)
    lintDrafts(drafts, levels)
    const files = sources.map(({file}) => file)
    if (options.since !== undefined) await keepChanged(sources, options.since, host)
    if (options.json) {
      const read = drafts.map(({source, extraction}) => ({path: source.file.path, cards: extraction.candidates.length}))
      const summary = {files: read, ...(options.fix && {repairs}), problems: files.flatMap(toJson)}
      terminal.print(JSON.stringify(summary, null, 1))
    } else if (!options.quiet) terminal.print([...readingLines(drafts), ...repairLines(repairs)].join('\n'))
    finish(files, options)
    if (terminal.isGitHubActions() && !options.json) {
      const annotations = toAnnotations(files, options)
      if (annotations) terminal.print(annotations)
    }
  }
}

/** Leaves the messages on lines that changed since a commit; what has no line concerns the run and stays. */
async function keepChanged(sources: readonly Source[], ref: string, host: CommandHost): Promise<void> {
  for (const {file, unreadable} of sources) {
    if (unreadable || file.path === '-') continue
    const ranges = await host.changedLines(file.path, ref).catch((error: Error) => {
      const [reason] = error.message.split('\n').filter((line) => line.startsWith('fatal:'))
      throw new CliError(`--since ${ref}: git can't compare ${file.path} (${reason ?? error.message.split('\n')[0]}).`, 2, {cause: error})
    })
    onlyLines(file, ranges)
  }
}

function repairLines(repairs: readonly Repair[]): string[] {
  const rows = repairs.map(({path, ruleId, repaired, left}) => [
    path,
    left === undefined ? `${repaired} repaired` : 'left as it is',
    ruleId,
    left ?? ''
  ])
  return rows.length === 0 ? [] : ['', ...aligned(rows)]
}
