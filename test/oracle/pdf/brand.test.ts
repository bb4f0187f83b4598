import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {pagesOfText, qpdfFaults, veraPdf} from './ask-pdf.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-brand-'))
  const questions = Array.from({length: 40}, (_, index) => `### What is thing ${index}?\n\nIt is thing ${index}.\n`)
  const sections = ['## Small\n<!-- qr: https://example.com/small -->', ...questions.slice(0, 20), '## Large', ...questions.slice(20)]
  await writeFile(
    join(folder, 'a.md'),
    `---\nlicence: CC BY-SA 4.0\nqr: https://example.com/front\n---\n\n# Things\n\n${sections.join('\n\n')}`
  )
  await writeFile(
    join(folder, 'logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
  )
})
afterAll(() => rm(folder, {recursive: true, force: true}))

judgedBy(
  'verapdf',
  'qpdf',
  'poppler'
)(
  'texts and licence stand on every page, logo, address and source on the first, addresses of sections at their headings, and the file is PDF/UA-1',
  async () => {
    const layouts = ['cheatsheet', 'guide', 'worksheet', 'key', 'largeprint', 'flashcards']
    const brand = [
      '--header',
      'ACME training',
      '--footer',
      'CC BY 4.0',
      '--logo',
      'logo.svg',
      '--qr',
      'https://example.com/notes',
      '--source-url',
      'https://www.example.org/blob/main/'
    ]
    expect(await runCardpress(['a.md', '--pdf', '--layout', layouts.join(','), ...brand], {cwd: folder})).toMatchObject({
      code: 0,
      stderr: expect.not.stringContaining('Unexpected')
    })
    const paths = layouts.map((layout) => join(folder, 'out', `a.${layout}.pdf`))
    expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
    expect(paths.map(qpdfFaults)).toEqual(paths.map(() => ''))
    for (const path of paths.slice(0, -1)) {
      const pages = pagesOfText(path).slice(0, -1)
      for (const page of pages) expect(page).toMatch(/ACME training.*CC BY 4\.0|CC BY 4\.0.*ACME training/)
      expect(pages.map((page) => page.includes('example.com/notes'))).toEqual(pages.map((_, index) => index === 0))
      expect(pages.join('').match(/example\.com\/(?:small|front)/g)).toEqual(['example.com/small'])
      expect(pages.map((page) => page.includes('Things · CC BY-SA 4.0'))).toEqual(pages.map(() => true))
      expect(pages.map((page) => page.includes('example.org/blob/main/a.md'))).toEqual(pages.map((_, index) => index === 0))
    }
    expect(pagesOfText(paths.at(-1) ?? '').join('')).not.toContain('example.com')
  }
)

test.for([
  ['--qr', 'ftp://x', 'Unexpected `ftp://x` in --qr, expected an address of 300 characters at most such as https://example.com/notes'],
  ['--header', ' ', 'Unexpected text of 0 characters in --header, expected 1 to 100'],
  ['--logo', 'a.md', 'The logo a.md is no picture, expected PNG, JPEG, WebP, GIF or SVG.'],
  ['--logo', 'gone.png', "The logo gone.png can't be read (ENOENT"]
] as const)('%s %s is wrong use', async ([option, value, message]) => {
  const run = await runCardpress(['a.md', '--pdf', option, value], {cwd: folder})
  expect(run.code).toBe(2)
  expect(run.stderr).toContain(message)
})
