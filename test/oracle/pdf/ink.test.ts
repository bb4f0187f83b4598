import {copyFile, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {pagesOfText, qpdfFaults, unpackedText, veraPdf} from './ask-pdf.ts'

/** Two pixels, red and blue. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DA8J8BAAb+Af8fZ9smAAAAAElFTkSuQmCC'
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><defs><linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs><rect width="90" height="50" fill="url(#a)"/><rect x="100" width="60" height="40" fill="orange" opacity=".5"/></svg>'
const layouts = ['cheatsheet', 'guide', 'flashcards', 'worksheet']

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-ink-'))
  await copyFile(fileURLToPath(new URL('./fixtures/torture.md', import.meta.url)), join(folder, 'torture.md'))
  await writeFile(join(folder, 'dot.png'), Buffer.from(png, 'base64'))
  await writeFile(join(folder, 'drawing.svg'), svg)
  await writeFile(
    join(folder, 'pictures.md'),
    '# Pictures\n\n## What is red?\n\n![a dot](dot.png) and ![a drawing](drawing.svg)\n\n## What is code?\n\n```js\nconst a = "1 0 0 rg" // a comment\n```\n\n## What is more?\n\nMore.\n'
  )
  for (const ink of ['grey', 'save', 'full']) {
    const run = await runCardpress(['torture.md', 'pictures.md', '--pdf', '--layout', layouts.join(','), '--ink', ink, '--out', ink], {
      cwd: folder
    })
    expect(run.code).toBe(0)
    expect(run.stderr).not.toContain('colour-left')
  }
})
afterAll(() => rm(folder, {recursive: true, force: true}))

/** Operators and names that stand for colours, in everything that a file draws. */
function colours(path: string): readonly string[] {
  const drawn = unpackedText(path).replace(/\((?:[^\\()]|\\[\s\S])*\)/g, '()')
  return drawn.match(/\d (?:rg|RG|k|K)(?=\s)|\/(?:DeviceRGB|DeviceCMYK|ICCBased|CalRGB|Lab)\b/g) ?? []
}

judgedBy('qpdf')('no operator and no picture asks for colour with --ink grey and save; without, some do', () => {
  for (const name of ['torture', 'pictures'])
    for (const layout of layouts) {
      for (const ink of ['grey', 'save'])
        expect([ink, name, layout, colours(join(folder, ink, `${name}.${layout}.pdf`))]).toEqual([ink, name, layout, []])
      expect(colours(join(folder, 'full', `${name}.${layout}.pdf`)).length).toBeGreaterThan(0)
    }
})

judgedBy(
  'verapdf',
  'qpdf',
  'poppler'
)('grey files are PDF/UA-1, sound, and have the same text', () => {
  const paths = ['torture', 'pictures'].flatMap((name) =>
    ['grey', 'save'].flatMap((ink) => layouts.map((layout) => join(folder, ink, `${name}.${layout}.pdf`)))
  )
  expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
  for (const path of paths) expect(qpdfFaults(path)).toBe('')
  const [grey, full] = ['grey', 'full'].map((ink) => pagesOfText(join(folder, ink, 'torture.guide.pdf')))
  expect(grey).toEqual(full)
})
