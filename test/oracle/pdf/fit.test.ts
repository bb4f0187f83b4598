import {copyFile, mkdir, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {type Run, runCardpress} from '../../support/run-cardpress.ts'
import {pdfInfo, qpdfFaults, veraPdf} from './ask-pdf.ts'

const source = (path: string) => fileURLToPath(new URL(`../../../source/${path}`, import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-fit-'))
  await mkdir(join(folder, 'img'))
  for (const path of ['kafka.md', 'data-engineering-toolkit.md', 'img/watermark.svg']) await copyFile(source(path), join(folder, path))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

async function fitted(name: string, ...options: readonly string[]): Promise<Run & {pages: number; path: string}> {
  const out = `out${options.join('-').replace(/\W+/g, '-')}`
  const run = await runCardpress([`${name}.md`, '--pdf', '--out', out, ...options], {cwd: folder, env: {SOURCE_DATE_EPOCH: '1767225600'}})
  const path = join(folder, out, `${name}.cheatsheet.pdf`)
  return {...run, path, pages: run.code === 2 ? 0 : Number(pdfInfo(path).Pages)}
}

judgedBy(
  'poppler',
  'verapdf',
  'qpdf'
)('a cheat sheet fills exactly the pages asked for and says how', async () => {
  const runs = [
    await fitted('kafka', '--fit', '2'),
    await fitted('kafka', '--fit', '3'),
    await fitted('data-engineering-toolkit', '--fit', '2')
  ]
  expect(runs.map(({code, pages}) => [code, pages])).toEqual([
    [0, 2],
    [0, 3],
    [0, 2]
  ])
  for (const {stdout} of runs) expect(stdout).toMatch(/A4, \d+(?:\.\d+)? pt in \d columns\n/)
  expect(veraPdf(runs.map(({path}) => path))).toEqual(runs.map(({path}) => `PASS ${path} ua1`))
  expect(runs.map(({path}) => qpdfFaults(path))).toEqual(['', '', ''])
})

judgedBy('poppler')('what is too long whole is tried with the start of answers', async () => {
  const {stdout, stderr, pages} = await fitted('kafka', '--fit', '1')
  expect([pages, stderr]).toEqual([1, ''])
  expect(stdout).toMatch(/A4, \d+(?:\.\d+)? pt in 3 columns, 20 answers shortened/)
})

judgedBy('poppler')('what is too long even so says how many pages it needs', async () => {
  const {code, stderr, pages} = await fitted('kafka', '--fit', '1', '--paper', 'A5')
  expect([code, pages]).toEqual([0, 2])
  expect(stderr).toMatch(/warning Unexpected 2 pages at 6\.5 pt with short answers, expected 1 page or less too-long-to-fit cardpress/)
  expect(stderr).toMatch(/Whole answers need about \d pages\. Choose a part/)
})

judgedBy('poppler')('what is too short for the pages says so', async () => {
  const {stdout} = await fitted('kafka', '--fit', '20')
  expect(stdout).toMatch(/A4, 12 pt in 2 columns, too little for 20 pages/)
})

judgedBy('poppler')('--fit is for layouts of columns and from 1 to 50 pages', async () => {
  expect(await fitted('kafka', '--fit', '0')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Unexpected `0` in --fit, expected a number from 1 to 50')
  })
  expect(await fitted('kafka', '--fit', '2', '--layout', 'guide')).toMatchObject({
    code: 2,
    stderr: 'error: Unexpected --fit without a layout of columns, expected cheatsheet.\n'
  })
})
