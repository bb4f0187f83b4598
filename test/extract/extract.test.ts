import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {extract} from '../../src/extract/extract.ts'
import {recognisers} from '../../src/extract/recognisers.ts'
import {parse} from '../../src/parse/parse.ts'
import {exampleOf} from './support/example-of.ts'
import {toJson} from './support/to-json.ts'

const fixtures = new URL('fixtures/', import.meta.url)

const names = new Set([...readdirSync(fixtures), ...recognisers.map(({id}) => id)])

for (const name of [...names].sort()) {
  const folder = new URL(`${name}/`, fixtures)
  const read = (file: string) => (existsSync(new URL(file, folder)) ? readFileSync(new URL(file, folder), 'utf8') : undefined)
  // A fixture without input is a recogniser's: its TSDoc shows the input.
  const input = read('input.md')
  test(`extract() reads ${name}`, async () => {
    const file = new VFile({path: 'input.md', value: input ?? exampleOf(name)})
    const extraction = extract(parse(file), file, JSON.parse(read('options.json') ?? '{}'))
    if (input === undefined) expect(extraction.readings[0]?.shape).toBe(name)
    const path = (target: string) => fileURLToPath(new URL(target, folder))
    await expect(toJson(extraction)).toMatchFileSnapshot(path('expected.json'))
    if (file.messages.length > 0 || read('messages.txt') !== undefined)
      await expect(`${file.messages.map(String).join('\n')}\n`).toMatchFileSnapshot(path('messages.txt'))
  })
}
