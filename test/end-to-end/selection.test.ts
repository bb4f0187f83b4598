import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readDeck} from '../../src/read/read-deck.ts'
import {filesIn} from '../support/folder-contents.ts'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const notes =
  '# Java\n\n## Basics\n\n### What is a class?\n\nA plan for objects.\n\n### What is an object?\n\nAn instance of a class.\n\n## Threads\n\n### What is a lock?\n\nA door for one thread.\n'

test('a part has the numbers, labels and guids of the whole, beside it, and no lock is written', async () => {
  const cwd = await temporaryFolder({'java.md': notes})
  const part = await runCardpress(['java.md', '--csv', '--anki', '--section', 'threads'], {cwd})
  expect(part).toMatchObject({code: 0, stderr: ''})
  expect(await filesIn(cwd)).toEqual(['java.md', 'out/java-threads.apkg', 'out/java-threads.csv'])
  await runCardpress(['java.md', '--csv', '--anki'], {cwd})
  const [whole, chosen] = await Promise.all(['java.csv', 'java-threads.csv'].map((name) => readFile(join(cwd, 'out', name), 'utf8')))
  expect(chosen?.split('\r\n')).toEqual([whole?.split('\r\n')[0], whole?.split('\r\n')[3], ''])
  const [all, some] = await Promise.all(
    ['java.apkg', 'java-threads.apkg'].map(async (name) => (await readDeck(await readFile(join(cwd, 'out', name)))).notes)
  )
  expect(some?.map(({guid}) => guid)).toEqual([all?.[2]?.guid])
})

test('of files printed as one, numbers and samples count the whole for their decks and tables too, tags and sections do not', async () => {
  const file = (name: string, tags: string) =>
    `---\ntags: [${tags}]\n---\n\n# ${name}\n\n${['one', 'two', 'three'].map((word) => `## What is ${name} ${word}?\n\nIt.\n`).join('\n')}`
  const cwd = await temporaryFolder({'in/a.md': file('a', 'red'), 'in/b.md': file('b', 'blue')})
  const asked = async (...args: readonly string[]) => {
    const {code, stdout} = await runCardpress(['in', '--as-one', '--csv', '--json', '--out', args.join('').replace(/\W/g, ''), ...args], {
      cwd
    })
    const {files} = JSON.parse(stdout) as {files: readonly {path: string}[]}
    const tables = await Promise.all(files.map(({path}) => readFile(join(cwd, path), 'utf8')))
    return [code, tables.flatMap((table) => [...table.matchAll(/What is (\w \w+)\?/g)].map(([, question]) => question))]
  }
  expect(await asked('--range', '3-4')).toEqual([0, ['a three', 'b one']])
  const [, sampled] = await asked('--sample', '2')
  expect(sampled).toHaveLength(2)
  expect(await asked('--tag', 'blue')).toEqual([0, ['b one', 'b two', 'b three']])
  expect(await asked('--tag', 'blue', '--range', '5-')).toEqual([0, ['b two', 'b three']])
})

test('a choice that leaves nothing writes nothing, says what there is and exits with 2', async () => {
  const cwd = await temporaryFolder({'java.md': notes})
  const run = await runCardpress(['java.md', '--csv', '--section', 'Thread'], {cwd})
  expect(run).toMatchObject({code: 2, stderr: 'error: No question stands in a section `Thread`; did you mean `Threads`?\n'})
  expect(await filesIn(cwd)).toEqual(['java.md'])
})

test.for([
  ['--range', '5-3', 'Unexpected `5-3` in --range, expected numbers such as 10-40 or 1-5,8,30-'],
  ['--sample', '0', 'Unexpected `0` in --sample, expected a number from 1 to 100000'],
  ['--seed', 'x', 'Unexpected `x` in --seed, expected a number from 0 to 2147483647'],
  ['--kind', 'essay', 'Unexpected `essay` in --kind, expected basic, mcq, cloze, unanswered'],
  ['--difficulty', 'tricky', 'Unexpected `tricky` in --difficulty, expected easy, medium, hard'],
  ['--tag', ' ', 'Unexpected empty text in --tag, expected a name']
] as const)('%s %s is wrong use', async ([option, value, message]) => {
  const cwd = await temporaryFolder({'java.md': notes})
  expect(await runCardpress(['java.md', '--csv', option, value], {cwd})).toEqual({
    code: 2,
    stdout: '',
    stderr: `error: ${message}. \`cardpress --help\` shows what can be said.\n`
  })
})
