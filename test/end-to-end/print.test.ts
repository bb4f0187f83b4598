import {cp} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'vitest'
import {judgedBy, verapdfClassPath} from '../support/judged-by.ts'
import {runCardpress, runProcess} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const test = judgedBy('poppler', 'qpdf', 'verapdf')
const source = fileURLToPath(new URL('../../source/', import.meta.url))
const validator = fileURLToPath(new URL('../oracle/verapdf/Vera.java', import.meta.url))

test('both layouts of our own guides are whole, tagged, PDF/UA-1, and hold every question in order', {timeout: 180_000}, async () => {
  const cwd = await temporaryFolder()
  await cp(source, cwd, {recursive: true, filter: (path) => !path.endsWith('.lock.json')})
  const {code, stderr} = await runCardpress(['.', '--pdf', '--layout', 'cheatsheet,guide'], {cwd})
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  const ask = async (command: string, ...args: readonly string[]): Promise<string> => {
    const {code, stdout, stderr} = await runProcess(command, args, {cwd: join(cwd, 'out')})
    expect({command: [command, ...args].join(' '), code, stderr}).toEqual({command: [command, ...args].join(' '), code: 0, stderr: ''})
    return stdout
  }
  const pdfs = ['data-engineering-toolkit', 'kafka'].flatMap((name) => [`${name}.cheatsheet.pdf`, `${name}.guide.pdf`])
  const verdicts = await ask('java', '-cp', verapdfClassPath, validator, '--flavour', 'ua1', '--format', 'text', ...pdfs)
  expect(
    verdicts
      .trim()
      .split('\n')
      .map((line) => line.replace(/ \S*\//, ' '))
  ).toEqual(pdfs.map((pdf) => `PASS ${pdf} ua1`))
  for (const pdf of pdfs) {
    await ask('qpdf', '--check', pdf)
    const info = await ask('pdfinfo', pdf)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^Title: +\S/m)
    const text = letters(await ask('pdftotext', '-raw', pdf, '-'))
    let end = 0 // In the order of the file's content, which is the order of reading: column by column.
    for (const question of await questionsOf(cwd, pdf)) {
      const start = text.indexOf(letters(question), end)
      expect({pdf, question, found: start >= end}).toEqual({pdf, question, found: true})
      end = start + letters(question).length
    }
  }
})

async function questionsOf(cwd: string, pdf: string): Promise<readonly string[]> {
  const {stdout} = await runCardpress(['cards', `${pdf.split('.')[0]}.md`, '--json'], {cwd})
  const {cards}: {cards: readonly {question: string}[]} = JSON.parse(stdout)
  return cards.map(({question}) => question)
}

/** Letters and digits: what line ends, hyphens and glyph variants leave alone. */
function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
