import {isHandout} from '../read/read-handout.ts'
import {markdownShapes} from '../render/markdown/markdown-card.ts'
import {CliError} from '../report/cli-error.ts'
import {cardsOfDecks} from './cards-of-decks.ts'
import {cardsOfSources} from './cards-of-sources.ts'
import {createHost} from './host.ts'
import {revealStdin, type SourceOptions} from './options.ts'
import {writeMarkdown} from './write-markdown.ts'

/** `cardpress cards PATHS --markdown --out DIR`: decks and handouts by their ending, everything else as a source. `--shape` is what to write. */
export async function cardsAsMarkdown(options: SourceOptions & {readonly out?: string | undefined}): Promise<void> {
  const {out, root, shape = 'heading-answer'} = options
  if (out === undefined) throw new CliError('Expected a folder for the Markdown: --out notes', 2)
  const written = markdownShapes.find((known) => known === shape)
  if (!written)
    throw new CliError(`Unexpected \`${shape}\` in --shape, expected one that can tell every card: ${markdownShapes.join(', ')}`, 2)
  const host = createHost({out, root})
  const paths = revealStdin(options.paths)
  const decks = await cardsOfDecks(paths.filter(isDeck), written, host.nowSeconds)
  const others = paths.filter((path) => !isDeck(path))
  const {told, sources} = others.length > 0 ? await cardsOfSources(others, written, options, host) : {told: [], sources: []}
  await writeMarkdown([...decks, ...told], sources, host, options)
}

function isDeck(path: string): boolean {
  return isHandout(path) || /\.apkg$/i.test(path)
}
