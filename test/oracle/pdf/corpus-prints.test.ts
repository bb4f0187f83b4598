import {existsSync} from 'node:fs'
import {cp, mkdtemp, readFile, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect} from 'vitest'
import {filesIn} from '../../support/folder-contents.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {textInTagOrder, wordsOfPages} from './ask-pdf.ts'
import {type CardText, missingWords, partsIn, textOfCards} from './missing-words.ts'

const corpus = process.env.CARDPRESS_CORPUS ?? fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const templates = fileURLToPath(new URL('../../../templates/pdf', import.meta.url))
const mm = 72 / 25.4

interface Settings {
  readonly columns: readonly {readonly fromMm: number; readonly count: number}[]
  readonly marginMm: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>
}

/** Layouts that tell a card in one go; on a sheet of flashcards, fronts come before backs, and only their tags do. */
const telling = ['cheatsheet', 'guide', 'worksheet', 'key', 'selftest', 'interviewer', 'largeprint'] as const

/** With `CARDPRESS_FULL`, where the corpus lies beside the project. */
describe.runIf(process.env.CARDPRESS_FULL && existsSync(corpus))('the six largest files of the corpus that hold cards', () => {
  const prints: {name: string; out: string; cards: readonly CardText[]}[] = []
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cardpress-corpus-'))
    await cp(corpus, folder, {recursive: true})
    const names = (await filesIn(folder)).filter((name) => /\.md$/i.test(name))
    const sizes = new Map(await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size] as const)))
    for (const name of names.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))) {
      const {stdout} = await runCardpress(['cards', name, '--json', '--quiet'], {cwd: folder})
      const {cards} = JSON.parse(stdout || '{"cards": []}') as {cards: readonly CardText[]}
      if (cards.length === 0) continue
      const out = join(folder, 'out', String(prints.length))
      const args = [name, '--pdf', '--layout', [...telling, 'flashcards'].join(','), '--out', out, '--quiet']
      expect([name, (await runCardpress(args, {cwd: folder})).code]).toEqual([name, 0])
      prints.push({name, out, cards})
      if (prints.length === 6) break
    }
  }, 1_800_000)

  afterAll(() => rm(folder, {recursive: true, force: true}))

  judgedBy('poppler', 'qpdf').for(telling)('no word or number of a card is lost in the %s', {timeout: 600_000}, async (layout) => {
    const partsOf = layout === 'worksheet' ? ({options = []}: CardText) => options : partsIn(layout)
    const {marginMm} = await settingsOf(layout)
    const body = {fromMm: marginMm.top, toMm: 297 - marginMm.bottom}
    for (const {name, out, cards} of prints)
      expect([name, missingWords(textOfCards(await pathOf(out, layout), body), cards, {isNumbered: true, partsOf})]).toEqual([name, []])
  })

  judgedBy('poppler')(
    'a screen reader loses no word or number of a card on flashcards',
    async () => {
      for (const {name, out, cards} of prints) {
        const text = textInTagOrder(await pathOf(out, 'flashcards'))
        expect([name, missingWords(text, cards, {isNumbered: false, partsOf: partsIn('flashcards')})]).toEqual([name, []])
      }
    },
    1_800_000 // poppler takes minutes to read the tags of 400 cards.
  )

  judgedBy('poppler')(
    'no word leaves its flashcard, and none but the corners the safe area',
    async () => {
      const [width, height] = [105 * mm, (297 / 4) * mm]
      for (const {name, out} of prints) {
        const astray = wordsOfPages(await pathOf(out, 'flashcards'), /./)
          .flat()
          .filter(({left, right, top}) => {
            const [x, y] = [left % width, top % height]
            return x < 7.5 * mm || x + right - left > width - 7.5 * mm || y < 4.5 * mm || y > height - 5 * mm
          })
        expect([name, astray.map(({text}) => text)]).toEqual([name, []])
      }
    },
    600_000
  )

  judgedBy('poppler').for(telling)(
    'no word leaves the type area or crosses from column to column in the %s',
    {timeout: 600_000},
    async (layout) => {
      const {marginMm, columns} = await settingsOf(layout)
      const count = columns.findLast(({fromMm}) => fromMm <= 210)?.count ?? 1
      const column = (210 - marginMm.left - marginMm.right - 6 * (count - 1)) / count
      const gaps = Array.from({length: count - 1}, (_, index) => (marginMm.left + (index + 1) * column + (index + 0.5) * 6) * mm)
      for (const {name, out} of prints) {
        const pages = wordsOfPages(await pathOf(out, layout), /./)
        const astray = pages.flatMap((words, index) =>
          words.filter(({left, right, top}) => {
            // Titles and running heads go across the columns.
            const inColumns = top > (index === 0 ? 40 : marginMm.top) * mm && top < 280 * mm
            return (
              left < (marginMm.left - 0.5) * mm ||
              right > (210 - marginMm.right + 0.5) * mm ||
              (inColumns && gaps.some((gap) => left < gap - 1 && right > gap + 1))
            )
          })
        )
        expect([name, astray.map(({text}) => text)]).toEqual([name, []])
      }
    }
  )
})

async function settingsOf(layout: string): Promise<Settings> {
  return JSON.parse(await readFile(join(templates, layout, 'template.json'), 'utf8')) as Settings
}

async function pathOf(out: string, layout: string): Promise<string> {
  const name = (await filesIn(out)).find((path) => path.endsWith(`.${layout}.pdf`)) ?? ''
  return join(out, dirname(name), basename(name))
}
