import {execFileSync} from 'node:child_process'
import {cp, mkdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {filesIn} from '../../support/folder-contents.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {qpdfFaults, veraPdf} from './ask-pdf.ts'

const env = {SOURCE_DATE_EPOCH: '1767225600'}
const torture = fileURLToPath(new URL('./fixtures/torture.md', import.meta.url))

async function handouts(...more: readonly string[]): Promise<string> {
  const cwd = await temporaryFolder()
  await cp(torture, join(cwd, 'Ü torture.md'))
  const args = ['Ü torture.md', '--attach', '--layout', 'guide,worksheet,flashcards', '--quiet', ...more]
  expect(await runCardpress(args, {cwd, env})).toMatchObject({code: 0})
  return cwd
}

judgedBy('poppler', 'qpdf', 'verapdf')(
  'a handout holds the notes, the deck and the table as they were built, and is PDF/UA-1 still; a worksheet holds nothing',
  async () => {
    const cwd = await handouts()
    for (const layout of ['guide', 'flashcards']) {
      const path = join(cwd, `out/Ü torture.${layout}.pdf`)
      await mkdir(join(cwd, layout))
      execFileSync('pdfdetach', ['-saveall', path], {cwd: join(cwd, layout)})
      expect(await filesIn(join(cwd, layout))).toEqual(['apkg', 'csv', 'md'].map((end) => `Ü torture.${end}`))
      for (const [name, original] of [
        ['Ü torture.md', 'Ü torture.md'],
        ['Ü torture.apkg', 'out/Ü torture.apkg'],
        ['Ü torture.csv', 'out/Ü torture.csv']
      ] as const)
        expect([name, (await readFile(join(cwd, layout, name))).equals(await readFile(join(cwd, original)))]).toEqual([name, true])
      expect(qpdfFaults(path)).toBe('')
      expect(veraPdf([path])).toEqual([`PASS ${path} ua1`])
    }
    const worksheet = join(cwd, 'out/Ü torture.worksheet.pdf')
    expect(String(execFileSync('pdfdetach', ['-list', worksheet]))).toBe('0 embedded files\n')
  },
  300_000
)

test('the same notes make the same handout', async () => {
  const [first, second] = [await handouts('--pdf'), await handouts('--pdf')]
  for (const layout of ['guide', 'flashcards']) {
    const [a, b] = await Promise.all([first, second].map((folder) => readFile(join(folder, `out/Ü torture.${layout}.pdf`))))
    expect([layout, b && a?.equals(b)]).toEqual([layout, true])
  }
}, 300_000)

test('`cards` reads the notes in a handout, and the deck of one that holds a part', async () => {
  const cwd = await handouts('--pdf')
  const cards = async (...args: readonly string[]) => (await runCardpress(['cards', ...args], {cwd, env})).stdout
  expect(await cards('out/Ü torture.guide.pdf', '--json')).toBe(await cards('Ü torture.md', '--json'))
  await cards('out/Ü torture.guide.pdf', '--markdown', '--out', 'back')
  expect((await readFile(join(cwd, 'back/Ü torture.md'))).equals(await readFile(torture))).toBe(true)
  const part = ['Ü torture.md', '--pdf', '--attach', '--range', '11-12', '--layout', 'key', '--out', 'part', '--quiet']
  expect((await runCardpress(part, {cwd, env})).code).toBe(0)
  const [name = ''] = await filesIn(join(cwd, 'part'))
  const {cards: read} = JSON.parse(await cards(`part/${name}`, '--json')) as {cards: readonly {question: string}[]}
  expect(read.map(({question}) => question)).toEqual(['Which of these is right?', 'Does the last question keep its answer?'])
}, 300_000)

test('a PDF without notes, something else, and --attach without a PDF are told', async () => {
  const cwd = await temporaryFolder({'none.pdf': '%PDF-1.7\n', 'text.pdf': 'text', 'notes.md': '## What?\n\nThis.\n'})
  const tell = async (...args: readonly string[]) => {
    const {code, stderr} = await runCardpress(args, {cwd})
    return [code, stderr]
  }
  expect(await tell('cards', 'none.pdf')).toEqual([
    1,
    'error: The PDF none.pdf holds neither notes nor a deck. Give one that was made with --attach.\n'
  ])
  expect(await tell('cards', 'text.pdf')).toEqual([
    1,
    "error: The PDF text.pdf can't be read (it is no PDF). Give one that was made with --attach.\n"
  ])
  expect(await tell('notes.md', '--csv', '--attach')).toEqual([2, 'error: Unexpected --attach without a PDF, expected --pdf too\n'])
})
