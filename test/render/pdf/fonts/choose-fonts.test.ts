import {readFile} from 'node:fs/promises'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {chooseFonts} from '../../../../src/render/pdf/fonts/choose-fonts.ts'
import {reportMissingGlyphs} from '../../../../src/render/pdf/fonts/report-missing-glyphs.ts'
import {woffCoverage} from '../../../../src/render/pdf/fonts/woff-coverage.ts'
import {makeGuide} from '../../../support/make-guide.ts'

const read = (url: URL) => readFile(url)

async function families(text: string, needsMath = false): Promise<readonly string[]> {
  const {css} = await chooseFonts(text, needsMath, read)
  return [...new Set([...css.matchAll(/font-family:'([^']+)'/g)].map(([, family = '']) => family))].sort()
}

test('chooseFonts() embeds two families for English, and more only for what occurs', async () => {
  expect(await families('Plain English, “quoted” – with a dash…')).toEqual(['Source Code Pro', 'Source Sans 3'])
  expect(await families('a formula', true)).toEqual(['Noto Sans Math', 'Source Code Pro', 'Source Sans 3'])
  expect(await families('├── tree')).toEqual(['DejaVu Mono', 'Noto Sans Math', 'Source Code Pro', 'Source Sans 3'])
  expect(await families('🚀')).toEqual(['Noto Emoji', 'Source Code Pro', 'Source Sans 3'])
})

test('chooseFonts() adds the subset of an alphabet once', async () => {
  const [plain, polish] = await Promise.all([chooseFonts('x', false, read), chooseFonts('zażółć gęślą', false, read)])
  const rules = (css: string) => css.split('@font-face').length - 1
  expect([rules(plain.css), rules(polish.css)]).toEqual([7, 14])
})

test('chooseFonts() names characters that no font has, and no joiners, selectors or spaces', async () => {
  const {missing} = await chooseFonts('ok 한국 \u200d\ufe0f\u00a0\u00ad', false, read)
  expect([...missing]).toEqual(['한', '국'])
})

test('woffCoverage() reads both kinds of character maps', async () => {
  const font = (name: string) => readFile(new URL(`../../../../node_modules/@fontsource/${name}`, import.meta.url))
  const latin = woffCoverage(await font('source-sans-3/files/source-sans-3-latin-400-normal.woff'))
  const math = woffCoverage(await font('noto-sans-math/files/noto-sans-math-latin-400-normal.woff'))
  expect(['A', 'é', '→', '𝑥'].map((character) => latin.has(character.codePointAt(0) ?? 0))).toEqual([true, true, false, false])
  expect(['→', '𝑥'].map((character) => math.has(character.codePointAt(0) ?? 0))).toEqual([true, true])
})

test('reportMissingGlyphs() tells once a script where it is and what helps', () => {
  const guide = makeGuide([
    {id: 'a', question: 'Fine?', answer: 'Yes.'},
    {id: 'b', question: '무엇?', answer: '한국어'},
    {id: 'c', question: 'And?', answer: '한'}
  ])
  const file = new VFile({path: 'made.md'})
  reportMissingGlyphs(guide, new Set(['무', '엇', '한', '국', '어', 'ꙮ']), {file})
  expect(file.messages.map(({ruleId, reason, note, fatal}) => [ruleId, reason, note, fatal])).toEqual([
    [
      'missing-glyph',
      'Unexpected Chinese, Japanese or Korean characters 무 (U+BB34), 엇 (U+C5C7), 한 (U+D55C) and 2 more in 2 cards, expected characters that the embedded fonts have',
      'A font of this system is used for them, if there is one; the PDF may differ elsewhere. On Debian and Ubuntu: sudo apt-get install fonts-noto-cjk',
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
