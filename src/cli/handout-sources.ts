import type {Source} from '../guide/source.ts'
import {tellCards} from '../pipeline/tell-cards.ts'
import {deckGuides} from '../read/deck-guides.ts'
import {readHandout} from '../read/read-handout.ts'
import {terminal} from './host.ts'

/** The notes inside PDFs as sources; of a PDF that holds only a deck, its cards told as Markdown. */
export async function handoutSources(paths: readonly string[], dateSeconds: number): Promise<readonly Source[]> {
  const sources = await Promise.all(paths.map((path) => sourcesOf(path, dateSeconds)))
  return sources.flat()
}

async function sourcesOf(path: string, dateSeconds: number): Promise<readonly Source[]> {
  const handout = await readHandout(path, terminal.cwd())
  if ('notes' in handout) return handout.notes.map(({source}) => source)
  const guides = await deckGuides(path, async () => handout.deck)
  return Promise.all(
    guides.map(async ({name, head, cards}) => {
      const told = await tellCards(
        head,
        cards.map(({card, meta, note: {fields}}) => ({card, ...(meta && {id: meta.card, fields})})),
        {path: `${path}/${name}.md`, dateSeconds}
      )
      const place = {relative: `${name}.md`, named: true, stem: name, folders: [], home: terminal.cwd(), root: terminal.cwd()}
      return {file: told.file, ...place, unreadable: false}
    })
  )
}
