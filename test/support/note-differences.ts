import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type DeckNote, readDeck} from '../../src/read/read-deck.ts'
import {filesIn} from './folder-contents.ts'

/** Notes of all decks in a folder, by guid. */
export async function notesIn(folder: string): Promise<ReadonlyMap<string, DeckNote>> {
  const decks = (await filesIn(folder)).filter((name) => name.endsWith('.apkg'))
  const contents = await Promise.all(decks.map(async (name) => readDeck(await readFile(join(folder, name)))))
  return new Map(contents.flatMap(({notes}) => notes).map((note) => [note.guid, note]))
}

/**
 * What is not the same in two sets of notes, a line each: notes, fields, tags, times. Of the hidden field `Meta` the fingerprint of the
 * Markdown may differ, and whether an id stands in it: both tell of the text and not of the card.
 */
export function noteDifferences(before: ReadonlyMap<string, DeckNote>, after: ReadonlyMap<string, DeckNote>): readonly string[] {
  const added = [...after.keys()].filter((guid) => !before.has(guid)).map((guid) => `${guid} is new`)
  const others = [...before].flatMap(([guid, note]) => {
    const twin = after.get(guid)
    if (!twin) return [`${guid} is gone`]
    const fields = [...note.fields].filter(([name, html]) => comparable(name, html) !== comparable(name, twin.fields.get(name) ?? ''))
    return [
      ...fields.map(([name, html]) => `${guid} ${name}: ${html} became ${twin.fields.get(name)}`),
      ...(note.tags.join(' ') === twin.tags.join(' ') ? [] : [`${guid} tags: ${note.tags.join(' ')} became ${twin.tags.join(' ')}`]),
      ...(note.modSeconds === twin.modSeconds ? [] : [`${guid} would be imported again`])
    ]
  })
  return [...added, ...others]
}

function comparable(name: string, html: string): string {
  return name === 'Meta' ? html.replace(/"(?:hash|given)":"[^"]*",?/g, '') : html
}
