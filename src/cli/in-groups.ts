import type {Argv} from 'yargs'

/** Titles in the order of the help, and the options below each. What nobody has put here stands under "Options:". */
const groups: Readonly<Record<string, readonly string[]>> = {
  'What to make:': ['out', 'pdf', 'anki', 'csv', 'csv-format', 'attach', 'trainer'],
  'Which questions:': ['section', 'tag', 'difficulty', 'kind', 'range', 'sample', 'seed', 'weak', 'changed'],
  'Pages:': [
    'layout',
    'fit',
    'brief',
    'answers',
    'mark-changes',
    'as-one',
    'title',
    'sets',
    'names',
    'split',
    'header',
    'footer',
    'logo',
    'qr',
    'templates',
    'css'
  ],
  'Paper:': ['paper', 'landscape', 'columns', 'margin', 'binding', 'hole-margin', 'recto', 'booklet', 'duplex', 'tray', 'copies', 'ink'],
  'Flashcards:': ['card-size', 'flip', 'back-shift'],
  'Deck and identity:': ['base', 'frozen-lock', 'write-ids', 'restamp', 'unanswered', 'sub-decks', 'source-url', 'removed-list'],
  'Reading:': ['shape', 'id', 'root', 'fetch']
}

/** Sorts the many options of a command in its help. */
export function inGroups<Options>(yargs: Argv<Options>): Argv<Options> {
  for (const [title, names] of Object.entries(groups)) yargs.group(names, title)
  return yargs
}
