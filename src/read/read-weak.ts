import {readFile} from 'node:fs/promises'
import {CliError} from '../report/cli-error.ts'
import type {CardMemory} from './card-memory.ts'
import {type DeckNote, readDeck} from './read-deck.ts'

/** Anki begins with 2500 and takes 200 for each lapse, 150 for each "Hard" (thousandths). With FSRS the ease means nothing. */
const lowEase = 2000

/** A card falls due when the chance to know it is what its learner asked for; weak is what has fallen well below. */
const shortfall = 0.1

/**
 * Guids of what a learner keeps failing, out of exports of their own with scheduling: notes of which a card was forgotten or is hard.
 *
 * @throws CliError for a file that is no package, or exports without any scheduling.
 */
export async function readWeak(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const notes: DeckNote[] = []
  for (const path of paths) {
    const deck = await readFile(path)
      .then(readDeck)
      .catch((error) => {
        throw new CliError(`The export ${path} can't be read (${error.message}). Give a package of Anki (.apkg).`, 1, {cause: error})
      })
    notes.push(...deck.notes)
  }
  if (!notes.some(({isStudied}) => isStudied))
    throw new CliError(`No card of ${paths.join(', ')} was ever studied. Export with "Include scheduling information" ticked.`, 1)
  const {forgetting_curve: chanceOf} = await import('ts-fsrs')
  const isFading = ({decay, elapsedDays, stabilityDays, desired}: CardMemory) =>
    chanceOf(decay, elapsedDays, stabilityDays) < desired - shortfall
  const isHard = ({memory, ease}: DeckNote) => (memory.length > 0 ? memory.some(isFading) : ease > 0 && ease < lowEase)
  return new Set(notes.filter((note) => note.lapses > 0 || isHard(note)).map(({guid}) => guid))
}
