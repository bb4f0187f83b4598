import {relative} from 'node:path'
import type {CommandModule} from 'yargs'
import {type BuildOptions, type BuildResult, build} from '../pipeline/build.ts'
import {type WrittenIds, writeIds} from '../pipeline/write-ids.ts'
import {readBase} from '../read/read-base.ts'
import {readQuestionsBefore} from '../read/read-questions-before.ts'
import type {CsvFormat, Renderer} from '../render/renderer.ts'
import {aligned} from '../report/aligned.ts'
import {CliError} from '../report/cli-error.ts'
import {countText} from '../report/count-text.ts'
import {type BookOptions, bookOptions} from './book-options.ts'
import {type BrandOptions, brandOptions, toBrandChoices} from './brand-options.ts'
import {diffCounts, diffLines} from './diff-lines.ts'
import {finish, toJson} from './finish.ts'
import {createHost, terminal} from './host.ts'
import {inGroups} from './in-groups.ts'
import {type LockOptions, lockOptions, writeRemovedList} from './lock-options.ts'
import {revealStdin, type SourceOptions, sourceOptions, webAddress} from './options.ts'
import {fileRemarks, printJson, printLines} from './print-lines.ts'
import {type PrintOptions, printOptions, toPrintChoices} from './print-options.ts'
import {readingLines} from './reading-lines.ts'
import {type SelectionOptions, selectionOptions, toSelections} from './selection-options.ts'
import {type SetOptions, setOptions, toSetChoices} from './set-options.ts'

interface BuildCommandOptions extends SourceOptions, LockOptions, PrintOptions, SelectionOptions, SetOptions, BookOptions, BrandOptions {
  readonly out: string
  readonly pdf: boolean
  readonly anki: boolean
  readonly csv: boolean
  readonly 'csv-format': CsvFormat
  readonly 'frozen-lock': boolean
  readonly restamp: boolean
  readonly attach: boolean
  readonly trainer: boolean
  readonly 'write-ids': boolean
  readonly 'source-url': string | undefined
  readonly 'sub-decks': boolean
}

const formats = ['pdf', 'anki', 'csv'] as const satisfies readonly Renderer['id'][]

/** `cardpress build`, also what `cardpress <paths..>` means. */
export const buildCommand: CommandModule<object, BuildCommandOptions> = {
  command: ['build <paths..>', '$0 <paths..>'],
  describe: 'Make PDF, Anki deck and CSV',
  builder: (yargs) =>
    inGroups(brandOptions(bookOptions(setOptions(selectionOptions(printOptions(lockOptions(sourceOptions(yargs))))))))
      .option('out', {type: 'string', requiresArg: true, default: 'out', describe: 'Folder for the outputs'})
      .option('pdf', {type: 'boolean', default: false, describe: 'Make PDFs'})
      .option('anki', {type: 'boolean', default: false, describe: 'Make Anki decks'})
      .option('csv', {type: 'boolean', default: false, describe: 'Make CSV files (none of the three: all)'})
      .option('csv-format', {
        choices: ['sheet', 'anki', 'both'] as const,
        default: 'sheet' as const,
        describe: 'For spreadsheets, for Anki, or both'
      })
      .option('frozen-lock', {type: 'boolean', default: false, describe: 'Fail where the lock would change; write nothing'})
      .option('write-ids', {type: 'boolean', default: false, describe: 'Write the id of each card into its source, as a comment'})
      .option('source-url', {
        type: 'string',
        requiresArg: true,
        coerce: webAddress,
        describe: 'Address of the notes on the web: cards link to their source there'
      })
      .option('sub-decks', {type: 'boolean', default: false, describe: 'Make a sub-deck of each section in Anki'})
      .option('trainer', {
        type: 'boolean',
        default: false,
        describe: 'Show what is between <!-- trainer --> and <!-- /trainer --> in every output, not in the layout interviewer only'
      })
      .option('attach', {type: 'boolean', default: false, describe: 'Put notes, deck and CSV inside the PDFs, but for worksheets'})
      .option('restamp', {type: 'boolean', default: false, describe: 'Bring unchanged cards to learners too, as they are rendered now'})
      .example('$0 kafka.md', 'Cheat sheet, deck and CSV in out/')
      .example('$0 notes --pdf --layout cheatsheet,guide', 'Two PDFs of every file in notes/')
      .example('cat notes.txt | $0 - --anki', 'A deck from standard input'),
  async handler(options) {
    const notices: string[] = []
    const host = createHost({...options, notice: (text) => notices.push(text)})
    const wanted = formats.filter((format) => options[format])
    if (options.attach && wanted.length > 0 && !options.pdf) throw new CliError('Unexpected --attach without a PDF, expected --pdf too', 2)
    try {
      const paths = revealStdin(options.paths)
      const print = await toPrintChoices(options)
      const changes = options.changed || options['mark-changes'] || print.layouts.includes('errata')
      const choices: BuildOptions = {
        formats: wanted.length > 0 ? wanted : formats,
        ...print,
        ...(await toBrandChoices(options)),
        ...(await toSetChoices(options, print.templates)),
        asOne: options['as-one'],
        title: options.title,
        csvFormat: options['csv-format'],
        shape: options.shape,
        id: options.id,
        base: await readBase(options.base),
        selections: await toSelections(options),
        changes,
        before: changes ? await readQuestionsBefore(options.base) : undefined,
        frozenLock: options['frozen-lock'],
        restamp: options.restamp,
        unanswered: options.unanswered,
        attach: options.attach,
        trainer: options.trainer,
        sourceUrl: options['source-url'],
        subDecks: options['sub-decks'],
        onProgress: options.quiet ? undefined : terminal.progress
      }
      const ids = options['write-ids'] && !options['frozen-lock'] ? await writeIds(paths, choices, host) : []
      const result = await build(paths, choices, host).finally(() => terminal.progress(''))
      await writeRemovedList(options['removed-list'], result.removed, host)
      if (options.json) terminal.print(JSON.stringify(toSummary(result, notices), null, 1))
      else if (!options.quiet) terminal.print([...ids.map(idLine), ...toLines(result, terminal.elapsedMs()), ...notices].join('\n'))
      finish(
        result.sources.map(({file}) => file),
        options,
        {remarks: false}
      )
      if (result.failure) {
        terminal.printError(`error: ${result.failure.message}`)
        terminal.exitWith(result.failure.exitCode)
      }
    } finally {
      await host.close()
    }
  }
}

function idLine({path, written, left}: WrittenIds): string {
  const rest = left > 0 ? `, ${countText(left, 'question')} left as they are: there is no safe place` : ''
  return `${path}   ${countText(written, 'id')} written${rest}`
}

function toLines({drafts, diff, files, changed}: BuildResult, ms: number): string[] {
  const rows = files.map((file) => {
    const {path, count, unit, format, guideId} = file
    const changes = format === 'anki' ? diff.find(({id}) => id === guideId) : undefined
    return [
      relative(terminal.cwd(), path),
      String(count),
      count === 1 ? unit : `${unit}s`,
      [...fileRemarks(file), ...(changes ? [diffCounts(changes)] : [])].join(', ')
    ]
  })
  const seconds = `${(ms / 1000).toFixed(1)} s.`
  const hasDeck = files.some(({format}) => format === 'anki')
  const next = hasDeck ? ' Import a deck by opening it: Anki adds what is new and keeps your progress.' : ''
  if (files.length === 0) return [...readingLines(drafts), '', 'Nothing was built.']
  const searches = changed.flatMap(({guideId, notes, search}) => [
    '',
    `Anki finds the ${countText(notes, 'changed note')} of ${guideId} by`,
    search
  ])
  const doubts = hasDeck ? diff.flatMap((guide) => diffLines(guide, {kinds: ['reworded', 'removed'], most: 3})) : []
  const findings = printLines(files)
  return [
    ...readingLines(drafts),
    '',
    ...aligned(rows, {right: [1]}),
    ...(findings.length > 0 ? ['', ...findings] : []),
    ...(doubts.length > 0 ? ['', ...doubts] : []),
    ...searches,
    '',
    seconds + next
  ]
}

/** For programs: everything the text says, and all problems. */
function toSummary({sources, drafts, guides, diff, files, changed, failure}: BuildResult, notices: readonly string[]): object {
  return {
    sources: drafts.map(({source, extraction}) => ({path: source.file.path, cards: extraction.candidates.length})),
    guides: guides.map(({guide, changes, removed}) => ({
      id: guide.id,
      title: guide.title,
      deck: guide.deck,
      cards: guide.cards.length,
      ...changes,
      removed,
      diff: diff.find(({id}) => id === guide.id)?.counts
    })),
    files: files.map(({path, format, guideId, bytes, count, unit, print}) => ({
      path: relative(terminal.cwd(), path),
      format,
      guide: guideId,
      bytes,
      count: countText(count, unit),
      ...(print && {print: printJson(print)})
    })),
    ...(changed.length > 0 && {changed}),
    problems: sources.flatMap(({file}) => toJson(file)),
    ...(notices.length > 0 && {notices}),
    ...(failure && {failure: failure.message})
  }
}
