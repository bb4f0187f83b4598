import {readFile} from 'node:fs/promises'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {chooseFonts} from '../../../../src/render/pdf/fonts/choose-fonts.ts'
import {reportForeignScripts} from '../../../../src/render/pdf/fonts/report-foreign-scripts.ts'
import {woffCoverage} from '../../../../src/render/pdf/fonts/woff-coverage.ts'
import {makeGuide} from '../../../support/make-guide.ts'

const read = (url: URL) => readFile(url)

async function families(text: string, needsMath = false): Promise<readonly string[]> {
  const {css} = await chooseFonts(text, needsMath, 'en', read)
  return [...new Set([...css.matchAll(/font-family:'([^']+)'/g)].map(([, family = '']) => family))].sort()
}

test('chooseFonts() embeds two families for English, and more only for what occurs', async () => {
  expect(await families('Plain English, “quoted” – with a dash…')).toEqual(['Source Code Pro', 'Source Sans 3'])
  expect(await families('a formula', true)).toEqual(['Noto Sans Math', 'Source Code Pro', 'Source Sans 3'])
  expect(await families('├── tree')).toEqual(['DejaVu Mono', 'Noto Sans Math', 'Source Code Pro', 'Source Sans 3'])
  expect(await families('🚀')).toEqual(['Noto Emoji', 'Source Code Pro', 'Source Sans 3'])
})

test('chooseFonts() adds the subset of an alphabet once', async () => {
  const [plain, polish] = await Promise.all([chooseFonts('x', false, 'en', read), chooseFonts('zażółć gęślą', false, 'pl', read)])
  const rules = (css: string) => css.split('@font-face').length - 1
  expect([rules(plain.css), rules(polish.css)]).toEqual([7, 14])
})

test('chooseFonts() names characters that no font has, and no joiners, selectors or spaces', async () => {
  const {missing} = await chooseFonts('ok 한국 \u200d\ufe0f\u00a0\u00ad', false, 'en', read)
  expect([...missing]).toEqual(['한', '국'])
})

test('woffCoverage() reads both kinds of character maps', async () => {
  const font = (name: string) => readFile(new URL(`../../../../node_modules/@fontsource/${name}`, import.meta.url))
  const latin = woffCoverage(await font('source-sans-3/files/source-sans-3-latin-400-normal.woff'))
  const math = woffCoverage(await font('noto-sans-math/files/noto-sans-math-latin-400-normal.woff'))
  expect(['A', 'é', '→', '𝑥'].map((character) => latin.has(character.codePointAt(0) ?? 0))).toEqual([true, true, false, false])
  expect(['→', '𝑥'].map((character) => math.has(character.codePointAt(0) ?? 0))).toEqual([true, true])
})

test('reportForeignScripts() tells once a script where it is and what helps', () => {
  const guide = makeGuide([
    {id: 'a', question: 'Fine?', answer: 'Yes.'},
    {id: 'b', question: '무엇?', answer: '한국어'},
    {id: 'c', question: 'And?', answer: '한'}
  ])
  const file = new VFile({path: 'made.md'})
  reportForeignScripts(guide, new Set(['무', '엇', '한', '국', '어', 'ꙮ']), {file})
  expect(file.messages.map(({ruleId, reason, note, fatal}) => [ruleId, reason, note, fatal])).toEqual([
    [
      'borrowed-font',
      'Unexpected Chinese, Japanese or Korean characters 무 (U+BB34), 엇 (U+C5C7), 한 (U+D55C) and 2 more in 2 cards, expected characters that the embedded fonts have',
      'A font of this system is used, and the PDF may differ on others. `npm install @fontsource/noto-sans-kr` beside cardpress puts a font into the file. On Debian and Ubuntu: `sudo apt-get install fonts-noto-cjk`',
      false
    ],
    [
      'missing-glyph',
      'Unexpected characters ꙮ (U+A66E) in 0 cards, expected characters that the embedded fonts have',
      'A font of this system is used for them, if there is one; the PDF may differ elsewhere.',
      false
    ]
  ])
})

test('chooseFonts() has all characters of a joined emoji in one file, besides a file for each of them', async () => {
  const files = async (text: string) => (await chooseFonts(text, false, 'en', read)).css.split("font-family:'Noto Emoji'").length - 1
  expect(await files('🏳 🌈')).toBe(1)
  expect([await files('🧑 🚀'), await files('🧑\u200d🚀')]).toEqual([2, 3])
  expect([await files('❤ 🔥'), await files('❤\ufe0f\u200d🔥')]).toEqual([2, 3])
  expect(await files('1️⃣')).toBe(1) // The figure alone is prose.
})

test('chooseFonts() takes fonts for other scripts from packages that are installed, and never from the fonts of signs', async () => {
  const {css, missing} = await chooseFonts('שלום، سلام', false, 'ar', read)
  expect([...missing]).toEqual([])
  expect(/:root\{(.*)\}/.exec(css)?.[1]).toBe("--script-fonts:'Noto Sans Hebrew','Vazirmatn'")
  const without = await chooseFonts('سلام', false, 'ar', read, () => undefined)
  expect([...without.missing]).toEqual(['س', 'ل', 'ا', 'م'])
  expect(/:root\{(.*)\}/.exec(without.css)?.[1]).toMatch(/^--local-fonts:Vazirmatn,'Noto Sans Arabic'.*'DejaVu Letters'$/)
})

test('chooseFonts() takes the shapes of a Chinese character that the language wants, and of its font only the slices it needs', async () => {
  // Three slices in each package, one of them with 直 and 角.
  const ranges = JSON.stringify({'[0]': 'U+9AA8', '[1]': 'U+76F4,U+89D2', '[2]': 'U+3041-3096,U+AC00-D7A3'})
  const readOrMake = async (url: URL) =>
    url.protocol === 'made:' ? Buffer.from(url.pathname.endsWith('.json') ? ranges : url.pathname) : read(url)
  const from = async (text: string, lang: string, installed = ['sc', 'tc', 'hk', 'jp', 'kr']) => {
    const find = (name: string) => {
      const asian = /-(sc|tc|hk|jp|kr)$/.exec(name)?.[1]
      return asian !== undefined && installed.includes(asian) ? new URL(`made://fonts/${name}/`) : undefined
    }
    const {css} = await chooseFonts(text, false, lang, readOrMake, find)
    return [...css.matchAll(/font-family:'(Noto Sans (?:SC|TC|HK|JP|KR))';font-weight:400.*?base64,([^)]*)/g)].map(
      ([, family, file = '']) => `${family} ${/-(\d+)-400/.exec(Buffer.from(file, 'base64').toString())?.[1]}`
    )
  }
  for (const [lang, family] of [
    ['zh', 'SC'],
    ['zh-TW', 'TC'],
    ['zh-HK', 'HK'],
    ['ja', 'JP'],
    ['ko', 'KR'],
    ['en', 'SC']
  ] as const)
    expect([lang, await from('直角', lang)]).toEqual([lang, [`Noto Sans ${family} 1`]])
  expect(await from('直 or なお', 'en')).toEqual(['Noto Sans JP 1', 'Noto Sans JP 2'])
  expect(await from('骨', 'ja', ['kr'])).toEqual(['Noto Sans KR 0'])
})
