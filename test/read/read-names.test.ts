import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readNames} from '../../src/read/read-names.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

async function names(text: string): Promise<readonly string[]> {
  const folder = await temporaryFolder({'people.csv': text})
  return readNames(join(folder, 'people.csv'))
}

test('a line each', async () => {
  expect(await names('Ada Lovelace\r\n\r\n Grace  Hopper \r\n')).toEqual(['Ada Lovelace', 'Grace Hopper'])
})

test('a column called name, wherever it stands, whatever parts the columns', async () => {
  expect(await names('\ufeffid,Name,mail\n1,"Lovelace, Ada",a@x\n2,Grace Hopper,\n')).toEqual(['Lovelace, Ada', 'Grace Hopper'])
  expect(await names('Mail;Teilnehmer\na@x;Ada\n')).toEqual(['Ada'])
})

test('first and last name in columns of their own', async () => {
  expect(await names('Nachname;Vorname\nLovelace;Ada\nHopper;\n')).toEqual(['Ada Lovelace', 'Hopper'])
  expect(await names('nom\tprénom\nCurie\tMarie\n')).toEqual(['Marie Curie'])
})

test('"Lovelace, Ada" on every line is turned round', async () => {
  expect(await names('Lovelace, Ada\nHopper, Grace\n')).toEqual(['Ada Lovelace', 'Grace Hopper'])
})

test('a table without such a column, an empty list and a missing file are told', async () => {
  await expect(names('id,mail,room\n1,a@x,3\n')).rejects.toThrow(
    /^Unexpected columns `id`, `mail`, `room` in .*people\.csv, expected one called `name`\.$/
  )
  await expect(names('\n\n')).rejects.toThrow(/^No name in .*people\.csv, expected one on each line\.$/)
  await expect(readNames('/nowhere/people.csv')).rejects.toThrow(/^The list of names \/nowhere\/people\.csv can't be read \(ENOENT/)
})
