import {expect, test} from 'vitest'
import {contentHash} from '../../src/guide/content-hash.ts'
import type {Media} from '../../src/guide/guide.ts'
import {candidate} from '../support/candidate.ts'

const none: ReadonlyMap<string, Media> = new Map()
const hash = (answer: string, media = none) => contentHash(candidate({question: 'Why?', answer}), media)

test('contentHash() stays what it was in the first deck', () => {
  const card = candidate({
    question: 'Why `x`?',
    answer: '- a **b**\n  1. c\n\n> [!NOTE]\n> d\n\n| h |\n|---|\n| $x^2$ |',
    section: ['S'],
    tags: ['t']
  })
  expect(contentHash(card, none)).toMatchInlineSnapshot(`"SP0vaWG14xbiKcGhd4161c"`)
})

test('contentHash() ignores how Markdown is written', () => {
  expect(hash('* one\n* *two*\n\n\ntext   wrapped\nhere')).toBe(hash('- one\n- _two_\n\ntext wrapped here'))
  expect(hash('- one\n\n- two')).toBe(hash('- one\n- two'))
  expect(hash('text <!-- a comment --> end')).toBe(hash('text <!-- another --> end'))
})

test('contentHash() sees what a reader sees', () => {
  const variants = [
    'one',
    '**one**',
    '# one',
    '- one',
    '1. one',
    '- [x] one',
    '- [ ] one',
    '`one`',
    '```js\none\n```',
    '```ts\none\n```',
    '[one](a)',
    '[one](b)',
    '![one](a)',
    '> one'
  ]
  expect(new Set(variants.map((answer) => hash(answer))).size).toBe(variants.length)
})

test('contentHash() covers kind, options, explanation, section and tags', () => {
  const base = {
    question: 'Pick',
    options: [
      {text: 'a', right: true},
      {text: 'b', right: false}
    ]
  } as const
  const variants = [
    base,
    {...base, kind: 'mcq' as const},
    {
      ...base,
      options: [
        {text: 'a', right: false},
        {text: 'b', right: true}
      ]
    },
    {...base, explanation: 'because'},
    {...base, section: ['S']},
    {...base, tags: ['t']}
  ]
  expect(new Set(variants.map((text) => contentHash(candidate(text), none))).size).toBe(variants.length)
  expect(contentHash(candidate({...base, tags: ['a', 'b']}), none)).toBe(contentHash(candidate({...base, tags: ['b', 'a']}), none))
})

test('contentHash() follows the bytes of a picture, not its name', () => {
  const picture = (sha256: string): ReadonlyMap<string, Media> => {
    const media = {bytes: new Uint8Array(), mime: 'image/png', extension: '.png', sha256}
    return new Map([
      ['a.png', media],
      ['b.png', media]
    ])
  }
  expect(hash('![x](a.png)', picture('1'))).toBe(hash('![x](b.png)', picture('1')))
  expect(hash('![x](a.png)', picture('1'))).not.toBe(hash('![x](a.png)', picture('2')))
})
