import {readFile} from 'node:fs/promises'
import {readSeparatedRows} from '../extract/separated-rows.ts'
import {CliError} from '../report/cli-error.ts'
import {decode} from './decode.ts'

/** Headings of the columns that hold names, in the languages of the layouts. */
const WHOLE =
  /^(?:(?:full|display)?[ _-]*names?|participants?|attendees?|students?|learners?|candidates?|teilnehmer(?:in|innen)?|schüler|nombre|nome|naam|namn|uczeń|имя|фио)$/i
const FIRST = /^(?:(?:first|given)[ _-]*name|vorname|prénom|prenom|voornaam|förnamn|imię|nombres|имя)$/i
const LAST =
  /^(?:(?:last|family|sur)[ _-]*name|surname|nachname|nom(?:\s+de\s+famille)?|achternaam|efternamn|nazwisko|apellidos?|cognome|sobrenome|фамилия)$/i

const MOST = 1000

/**
 * Names of people out of a list: a line each, or a table with a column for the name, or for first and last name (`,`, `;` or tab
 * between columns).
 *
 * @throws CliError for a file that can't be read or has no such column.
 */
export async function readNames(path: string): Promise<readonly string[]> {
  const bytes = await readFile(path).catch((error) => {
    throw new CliError(`The list of names ${path} can't be read (${error.message}).`, 2, {cause: error})
  })
  const decoded = decode(bytes)
  if (!('text' in decoded)) throw new CliError(`The list of names ${path} is no text in UTF-8. Save it as CSV in UTF-8.`, 2)
  const names = namesIn(decoded.text, path)
  if (names.length === 0) throw new CliError(`No name in ${path}, expected one on each line.`, 2)
  if (names.length > MOST) throw new CliError(`${names.length} names in ${path}, expected ${MOST} at most.`, 2)
  return names
}

function namesIn(source: string, path: string): readonly string[] {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const [line = ''] = text.split('\n')
  const separator = [';', '\t', ','].find((sign) => line.includes(sign)) ?? ';'
  const [header = [], ...rows] = readSeparatedRows(text, separator).map(({cells}) => cells.map(clean))
  const column = (pattern: RegExp) => header.findIndex((cell) => pattern.test(cell))
  const [whole, first, last] = [column(WHOLE), column(FIRST), column(LAST)]
  const pick = (columns: readonly number[]) => rows.map((row) => clean(columns.map((at) => row[at] ?? '').join(' '))).filter(Boolean)
  if (first !== -1 && last !== -1) return pick([first, last])
  if (whole !== -1 || last !== -1) return pick([whole === -1 ? last : whole])
  if (header.length < 2) return [header, ...rows].map(([name = '']) => name).filter(Boolean)
  // "Lovelace, Ada" on every line is a list of people and no table.
  if (separator === ',' && header.length === 2 && rows.every((row) => row.length === 2))
    return [header, ...rows].map(([family, given]) => clean(`${given} ${family}`))
  throw new CliError(`Unexpected columns ${header.map((cell) => `\`${cell}\``).join(', ')} in ${path}, expected one called \`name\`.`, 2)
}

/** On one line, without marks that turn the direction of what follows. Joiners stay: names in Persian need them. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\ufeff\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
