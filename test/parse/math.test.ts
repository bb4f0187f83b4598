import {describe, expect, test} from 'vitest'
import {hasFormulas} from '../../src/parse/is-formula.ts'
import {outlineOf} from './support/outline.ts'

const formulas = [
  ['$x^2$', 'x^2'],
  ['$n$', 'n'],
  ['$\\frac{1}{2}$', '\\frac{1}{2}'],
  ['$O(n \\log n)$', 'O(n \\log n)'],
  ['$O(n log n)$', 'O(n log n)'],
  ['$x_i$', 'x_i'],
  ['$P(A|B)$', 'P(A|B)'],
  ['$n-1$', 'n-1'],
  ["$f'(x)$", "f'(x)"],
  ['$ \\alpha $', '\\alpha'],
  ['$precision = TP / (TP + FP)$', 'precision = TP / (TP + FP)'],
  ['$`a_1`$', 'a_1']
] as const

const texts = [
  '$5 and $10',
  '$5/$10, $5-$10, $5–$7',
  'costs 100$ or 200$ or 300$.',
  '$HOME/bin:$PATH',
  'echo $A,$B,$C',
  '$USER$',
  '$'.concat('{a}$'.repeat(3)),
  '$("#a") + $("b")',
  '$(document).ready and $("x")',
  'a $100$ note',
  'US$5 (or $6)',
  '\\$x^2$',
  '$ 5 $',
  'one $ alone'
]

describe('single dollars', () => {
  test.each(formulas)('%s is a formula', (source, value) => {
    expect(outlineOf(`see ${source} here`)).toBe(`paragraph(text "see " ${outlineOfFormula(value)} text " here")`)
  })

  test.each(texts)('%s is text', (source) => {
    expect(outlineOf(source)).toMatch(/^paragraph\(text (?:"[^"\\]*(?:\\.[^"\\]*)*")\)$/)
  })

  test('a number between dollars is a formula where the document has formulas', () => {
    expect(outlineOf('from $0$ to $1$, $\\alpha \\in [0,1]$')).toContain('inlineMath "0"')
    expect(hasFormulas('pay $5 or $10')).toBe(false)
  })
})

describe('double dollars', () => {
  test.each([
    ['$$\nx\n\ny\n$$', 'math "x\\n\\ny"'],
    ['$$ x = 1 $$', 'math "x = 1"'],
    ['$$\\begin{a}\nx\n\\end{a}$$', 'math "\\\\begin{a}\\nx\\n\\\\end{a}"'],
    ['```math\nx\n```', 'math "x"'],
    ['a $$x$$ b', 'paragraph(text "a " inlineMath "x" text " b")']
  ])('%j is display math', (source, expected) => {
    expect(outlineOf(source)).toBe(expected)
  })

  test.each(['$$$ - pricey\n\ntext', '$$\nnever closed\n\ntext'])('%j swallows nothing', (source) => {
    expect(outlineOf(source).split('\n')).toHaveLength(2)
  })
})

function outlineOfFormula(value: string): string {
  return `inlineMath ${JSON.stringify(value)}`
}
