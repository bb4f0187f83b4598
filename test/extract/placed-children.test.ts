import fc from 'fast-check'
import type {PhrasingContent} from 'mdast'
import {expect, test} from 'vitest'
import {placedChildren} from '../../src/extract/placed-children.ts'

test('placedChildren() begins with the first child that ends at an offset or behind it', () => {
  const child = fc.oneof(
    fc.constant<PhrasingContent>({type: 'break'}),
    fc.string({maxLength: 4}).map((value): PhrasingContent => ({type: 'text', value}))
  )
  fc.assert(
    fc.property(fc.array(child, {maxLength: 12}), fc.nat(30), (children, offset) => {
      const all = [...placedChildren(children)(0)]
      expect(all.map((one) => one.child)).toEqual(children)
      expect([...placedChildren(children)(offset)]).toEqual(all.slice(all.filter(({end}) => end < offset).length))
    })
  )
})
