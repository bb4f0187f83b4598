import fc from 'fast-check'
import {expect, test} from 'vitest'
import {bestTrial, CEILING_PT, FLOOR_PT, nextSize, type Trial} from '../../../../src/render/pdf/fit/next-size.ts'

/** A document that takes that many pages at 7.8 pt, growing with that power of the size. */
function printed(pages: number, power: number): (sizePt: number) => Trial {
  return (sizePt) => {
    const filled = pages * (sizePt / 7.8) ** power
    return {sizePt, filled, pages: Math.ceil(filled)}
  }
}

function search(print: (sizePt: number) => Trial, pages: number, most = 5): readonly Trial[] {
  const trials = [print(7.8)]
  while (trials.length < most) {
    const next = nextSize(trials, pages)
    if (next === undefined) break
    trials.push(print(next))
  }
  return trials
}

test('a document that follows the rule takes two prints', () => {
  expect(search(printed(2.67, 2), 2).map(({sizePt}) => sizePt)).toEqual([7.8, 6.7])
  expect(search(printed(2.67, 2), 3).map(({sizePt}) => sizePt)).toEqual([7.8, 8.2])
})

test('five prints find a size that fills nine tenths of the pages, or the smallest or largest there is', () => {
  const cases = fc.tuple(
    fc.double({min: 0.3, max: 12, noNaN: true}),
    fc.double({min: 1.4, max: 2.8, noNaN: true}),
    fc.integer({min: 1, max: 8})
  )
  fc.assert(
    fc.property(cases, ([pages, power, wanted]) => {
      const print = printed(pages, power)
      const best = bestTrial(search(print, wanted), wanted)
      if (print(FLOOR_PT).pages > wanted) expect(best).toBeUndefined()
      else if (best?.sizePt !== CEILING_PT) expect(best?.filled).toBeGreaterThan(wanted - 0.15 - 0.05 * wanted)
    })
  )
})

test('sizes are in steps, and no print is made twice', () => {
  for (const pages of [0.4, 1.1, 2.6, 5]) {
    const sizes = search(printed(pages, 1.6), 2).map(({sizePt}) => sizePt)
    expect(new Set(sizes).size).toBe(sizes.length)
    for (const size of sizes) expect(Number((size * 20).toFixed(6)) % 1).toBe(0)
  }
})
