import {expect, test} from 'vitest'
import {loadMathml} from '../../../src/render/html/load-mathml.ts'
import {mathLetters} from '../../../src/render/html/math-letters.ts'
import {toHtml} from '../../../src/render/html/to-html.ts'

test('mathLetters() takes letters from the alphabet of the variant, and those that Unicode had before from where they are', () => {
  expect(mathLetters('ABRZ', 'double-struck')).toBe('𝔸𝔹ℝℤ')
  expect(mathLetters('xyz 019', 'bold')).toBe('𝐱𝐲𝐳 𝟎𝟏𝟗')
  expect(mathLetters('αωΓ', 'bold-italic')).toBe('𝜶𝝎𝜞')
  expect(mathLetters('LFg', 'script')).toBe('ℒℱℊ')
  expect(mathLetters('gC', 'fraktur')).toBe('𝔤ℭ')
  expect(mathLetters('h', 'italic')).toBe('ℎ')
  expect(mathLetters('a1+é', 'monospace')).toBe('𝚊𝟷+é')
  expect(mathLetters('α', 'script')).toBe('α')
  expect(mathLetters('d', 'normal')).toBe(undefined)
})

test('Formulas keep alphabets, what stands below an operator, bars and frames, in the MathML that a browser sets', async () => {
  const math = await loadMathml()
  const set = (tex: string) => /<mrow>(.*)<\/mrow><\/semantics>/.exec(toHtml({type: 'root', children: math(tex, true)}))?.[1]
  expect(set('\\mathbb{R}')).toBe('<mi>ℝ</mi>')
  expect(set('\\mathrm{d}')).toBe('<mi mathvariant="normal">d</mi>')
  expect(set('\\overline{AB}')).toBe('<mrow class="overline"><mrow><mi>A</mi><mi>B</mi></mrow></mrow>')
  expect(set('\\underline{A}')).toBe('<mrow class="underline"><mi>A</mi></mrow>')
  expect(set('\\underset{a}{\\max}')).toContain('<mrow><munder>')
  expect(set('\\boxed{x}')).toContain('<mrow class="boxed">')
  expect(set('\\cancel{x}')).toBe('<mrow class="struck-up"><mi>x</mi></mrow>')
  expect(set('\\xcancel{x}')).toBe('<mrow class="struck-both"><mi>x</mi></mrow>')
})
