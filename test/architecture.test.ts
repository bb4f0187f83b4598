import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {breaches, missingPaths} from './support/architecture.ts'

const top = fileURLToPath(new URL('..', import.meta.url))

test('the source keeps to its layers, its doors and its form', async () => {
  const paths = ours('src/*.ts')
  expect(paths.length).toBeGreaterThan(20)
  expect(await breaches(new Map(paths.map((path) => [path, readFileSync(`${top}${path}`, 'utf8')])))).toEqual([])
})

test('the documents name only paths that are there', () => {
  const documents = ours('README.md', 'CHANGELOG.md', 'docs/*.md')
  expect(
    documents.flatMap((path) => missingPaths(path, readFileSync(`${top}${path}`, 'utf8'), (named) => existsSync(`${top}${named}`)))
  ).toEqual([])
})

test('breaches() finds imports from the right, from the neighbour and between renderers, of types too', async () => {
  const found = await breaches(
    new Map([
      ['src/mdast/walk.ts', "import {card} from '../guide/card.ts'\nexport const walk: string = card\n"],
      ['src/extract/label.ts', "import type {Lock} from '../lock/lock.ts'\nexport type Label = Lock\n"],
      ['src/extract/late.ts', "export const late: Promise<unknown> = import('../pipeline/build.ts')\n"],
      ['src/render/csv/csv.ts', "export {\n  note\n} from '../anki/note.ts'\nexport {csv} from '../html/csv.ts'\n"],
      ['src/render/renderers.ts', "import {csv} from './csv/csv.ts'\nexport const renderers: readonly string[] = [csv]\n"],
      ['src/cli/build.ts', "import {run} from '../pipeline/build'\nexport const build: string = run\n"],
      ['src/index.ts', "export {build} from './cli/build.ts'\n"]
    ])
  )
  expect(found).toEqual([
    'src/cli/build.ts: ../pipeline/build lacks its .ts',
    'src/extract/label.ts: imports src/lock/lock.ts, not to its left',
    'src/extract/late.ts: imports src/pipeline/build.ts, not to its left',
    'src/mdast/walk.ts: imports src/guide/card.ts, not to its left',
    'src/render/csv/csv.ts: imports src/render/anki/note.ts, another renderer'
  ])
})

test('breaches() finds disk, clock, chance and terminal outside the doors, and no name that only looks like them', async () => {
  const worldly =
    "import {readFile} from 'node:fs/promises'\nexport const now: () => unknown[] = () => [readFile, Date.now(), new Date(), Math.random()]\n"
  const found = await breaches(
    new Map([
      ['src/guide/now.ts', worldly],
      ['src/read/now.ts', worldly],
      ['src/cli/host.ts', 'export const host: string[] = process.argv\n'],
      ['src/cli/say.ts', "export const say: () => void = () => console.log(process.env['HOME'])\n"],
      [
        'src/lint/calm.ts',
        '// process and Date.now() in prose\nexport const calm = (process: Date, at: {now: string}): string => "console " + process + at.now + new Date(0)\n'
      ]
    ])
  )
  expect(found).toEqual([
    'src/cli/say.ts: console belongs behind a door',
    'src/cli/say.ts: process belongs behind a door',
    'src/guide/now.ts: Date.now belongs behind a door',
    'src/guide/now.ts: Math.random belongs behind a door',
    'src/guide/now.ts: new Date() belongs behind a door',
    'src/guide/now.ts: node:fs/promises belongs behind a door'
  ])
})

test('breaches() finds default exports, files too long and files not named after what they export', async () => {
  const found = await breaches(
    new Map([
      ['src/guide/card-id.ts', 'export function cardId(): string {\n  return "x"\n}\n'],
      ['src/guide/html-id.ts', 'export interface HTMLId {}\n'],
      ['src/guide/handlers.ts', 'export function createHandlers(): void {}\n'],
      ['src/guide/helpers.ts', 'export const slug: string = ""\n'],
      ['src/guide/guide.ts', 'export default function guide(): void {}\n'],
      ['src/guide/long.ts', `export const long: string = ''\n${'\n'.repeat(300)}`]
    ])
  )
  expect(found).toEqual([
    'src/guide/guide.ts: default export',
    'src/guide/guide.ts: exports nothing that is called guide',
    'src/guide/helpers.ts: exports nothing that is called helpers',
    'src/guide/long.ts: 301 lines, look for the second concept'
  ])
})

test('missingPaths() reads backticks and links, and leaves addresses and code blocks alone', () => {
  const text =
    'See `src/gone.ts`, `src/here.ts`, [a](../gone.md#top), [b](https://example.org/x), <img src="gone.png">\n\n```\n`src/not.ts`\n```\n'
  expect(missingPaths('docs/a.md', text, (path) => path === 'src/here.ts')).toEqual([
    'docs/a.md: src/gone.ts is not there',
    'docs/a.md: gone.md is not there',
    'docs/a.md: docs/gone.png is not there'
  ])
})

/** Files of the project that match, new ones that git does not know yet included, ignored ones left out. */
function ours(...patterns: readonly string[]): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    cwd: top,
    encoding: 'utf8'
  })
  return listed.split('\0').filter((path) => path !== '' && existsSync(`${top}${path}`))
}
