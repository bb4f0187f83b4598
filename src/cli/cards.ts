import {resolve} from 'node:path'
import type {CommandModule} from 'yargs'
import type {Candidate} from '../guide/candidate.ts'
import {naturalIds} from '../guide/natural-ids.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {type Draft, readDrafts} from '../pipeline/read-drafts.ts'
import {settleGuides} from '../pipeline/settle-guides.ts'
import {isHandout} from '../read/read-handout.ts'
import {markdownShapes} from '../render/markdown/markdown-card.ts'
import {aligned} from '../report/aligned.ts'
import {countText} from '../report/count-text.ts'
import {cardsAsMarkdown} from './cards-as-markdown.ts'
import {cardsJson, type Shown} from './cards-json.ts'
import {explainLines} from './explain-lines.ts'
import {finish} from './finish.ts'
import {handoutSources} from './handout-sources.ts'
import {createHost, terminal} from './host.ts'
import {revealStdin, type SourceOptions, shapeId, sourceOptions} from './options.ts'
import {specialKinds} from './special-kinds.ts'

interface CardsOptions extends SourceOptions {
  readonly out?: string | undefined
  readonly explain: boolean
  readonly markdown: boolean
}

/** `cardpress cards`: what was read, as text or JSON. */
export const cardsCommand: CommandModule<object, CardsOptions> = {
  command: 'cards <paths..>',
  describe: 'Show the questions and answers as they were read',
  builder: (yargs) =>
    sourceOptions(yargs)
      .option('out', {type: 'string', requiresArg: true, describe: 'Write one <path>.cards.json per input into this folder'})
      .option('explain', {type: 'boolean', default: false, describe: 'Tell how each file was read, and what made no card and why'})
      .option('shape', {
        type: 'string',
        requiresArg: true,
        coerce: (value: string | undefined) => (markdownShapes.some((known) => known === value) ? value : shapeId(value)),
        describe: 'Read every file as this shape; with --markdown, write it'
      })
      .option('markdown', {
        type: 'boolean',
        default: false,
        describe: `Write decks (.apkg), notes in handouts (.pdf) and sources as Markdown into --out; --shape says how: ${markdownShapes.join(', ')}`
      })
      .example('$0 cards notes.md', 'List the questions')
      .example('$0 cards --explain notes.md', 'And say how they were found')
      .example('$0 cards docs --json --out cards', 'One JSON file per Markdown file')
      .example('$0 cards deck.apkg --markdown --out notes', 'The way back: a deck as Markdown')
      .example('$0 cards messy.md --markdown --out clean', 'The same cards, neatly written')
      .example('$0 cards handout.pdf', 'What a PDF made with --attach holds'),
  async handler(options) {
    if (options.markdown) {
      await cardsAsMarkdown(options)
      return
    }
    const host = createHost({out: options.out ?? '.', root: options.root})
    const [handouts, paths] = [options.paths.filter(isHandout), options.paths.filter((path) => !isHandout(path))]
    const sources = [...(await host.readSources(revealStdin(paths))), ...(await handoutSources(handouts, host.nowSeconds))]
    const drafts = await readDrafts(sources, {...options, parse: host.parse})
    // Ids come from the lock where there is one; text that makes no guide yet (standard input without a title) has those of its own.
    // What lies in a handout has no date of its own, and none is shown.
    const dated = {...host, ...(handouts.length > 0 && {sourceDate: async () => ({seconds: host.nowSeconds, isShallow: false})})}
    const {guides} = await settleGuides(drafts.filter(hasName), dated)
    const cardsOf = Map.groupBy(
      guides.flatMap(({guide}) => guide.cards),
      ({path}) => path
    )
    const documents = drafts.map((draft) => ({
      draft,
      cards: cardsOf.get(draft.source.file.path) ?? withNaturalIds(draft.extraction.candidates)
    }))
    if (options.out !== undefined) {
      await host.writeFiles(
        documents.map(({draft: {source}, cards}) => ({
          path: resolve(host.outputPath(`${source.relative === '-' ? 'stdin' : source.relative.replace(/\.[^./]+$/, '')}.cards.json`)),
          bytes: `${[...cardsJson(cards)].join('')}\n`
        }))
      )
      if (!options.quiet && !options.json)
        terminal.print(
          `${countText(documents.length, 'file')} with ${countText(documents.flatMap(({cards}) => cards).length, 'card')} in ${options.out}`
        )
    } else if (options.json) {
      for (const {draft, cards} of documents) {
        for (const part of cardsJson(cards, options.explain ? explanation(draft) : {})) terminal.write(part)
        terminal.print('')
      }
    } else {
      for (const {draft, cards} of documents) {
        const path = draft.source.file.path
        terminal.print(options.explain && !options.all ? heading(path, cards) : toText(path, cards))
        if (options.explain) terminal.print(['', ...explainLines(draft.extraction, options), ''].join('\n'))
      }
    }
    finish(
      sources.map(({file}) => file),
      options
    )
  }
}

function hasName({source, frontMatter, title}: Draft): boolean {
  return source.stem !== undefined || frontMatter.id !== undefined || title !== undefined
}

function withNaturalIds(candidates: readonly Candidate[]): readonly Shown[] {
  const ids = naturalIds(candidates)
  return candidates.map((candidate, index) => ({...candidate, id: ids[index] ?? ''}))
}

/** How the file was read, for programs. */
function explanation({extraction: {readings, runnersUp, leftOver}}: Draft): object {
  return {readings, runnersUp, leftOver}
}

function toText(path: string, cards: readonly Shown[]): string {
  const rows = cards.map((card) => [
    String(card.position.start.line),
    card.kind === 'basic' ? '' : card.kind,
    toPlainText(card.question).slice(0, 100)
  ])
  return [heading(path, cards), ...aligned(rows, {right: [0]})].join('\n')
}

function heading(path: string, cards: readonly Shown[]): string {
  return [path, countText(cards.length, 'card'), specialKinds(cards).join(', ')].filter(Boolean).join('   ')
}
