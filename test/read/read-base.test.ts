import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {contentHash} from '../../src/guide/content-hash.ts'
import {readBase} from '../../src/read/read-base.ts'
import {unzip} from '../../src/read/unzip.ts'
import {anki} from '../../src/render/anki/anki.ts'
import {candidate} from '../support/candidate.ts'
import {type CardText, makeGuide} from '../support/make-guide.ts'
import {renderContext} from '../support/render-context.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const cards: readonly CardText[] = [
  {id: 'zulu', question: 'What is `a < b`?', answer: 'A & B', section: ['Basics']},
  {id: 'alpha', kind: 'cloze', question: 'A {{c1::topic}}.', modSeconds: 1_767_225_700},
  {id: 'open', kind: 'unanswered', question: 'Why?'}
]

async function deck(texts: readonly CardText[], id = 'made'): Promise<Uint8Array> {
  const [output] = await anki.render(makeGuide(texts, {id, deck: `Work::${id}`}), renderContext())
  return output?.bytes ?? new Uint8Array()
}

test('readBase() finds in a deck what the lock knew: ids, hashes, evidence, order, labels, times', async () => {
  const folder = await temporaryFolder({'last/made.apkg': await deck(cards)})
  const {guides} = await readBase([join(folder, 'last')])
  const [zulu, alpha] = makeGuide(cards).cards
  expect(guides).toEqual({
    made: {
      deck: 'Work::made',
      notetypes: {standard: 1731204518371, cloze: 1731204527846},
      cards: {
        zulu: {
          label: 'L1',
          hash: contentHash(candidate(cards[0] ?? {question: ''}), new Map()),
          question: zulu?.prints.question,
          answer: zulu?.prints.answer,
          section: zulu?.prints.section,
          mod: 1767225600
        },
        alpha: {label: 'L2', hash: alpha?.contentHash, question: alpha?.prints.question, after: 'zulu', kind: 'cloze', mod: 1767225700}
      }
    }
  })
})

test('several decks make one base', async () => {
  const folder = await temporaryFolder({'a.apkg': await deck(cards, 'a'), 'deep/b.apkg': await deck(cards, 'b'), 'notes.txt': 'x'})
  expect(Object.keys((await readBase([folder])).guides)).toEqual(['a', 'b'])
})

test('what is no deck of ours is refused, with the path', async () => {
  const folder = await temporaryFolder({'no.apkg': 'no zip', 'empty.apkg': await deck(cards.slice(2))})
  await expect(readBase([join(folder, 'no.apkg')])).rejects.toThrow(
    `The base ${join(folder, 'no.apkg')} can't be read (Expected a zip archive but found no directory). Give a deck that cardpress made.`
  )
  await expect(readBase([join(folder, 'gone.apkg')])).rejects.toThrow(`There is no base ${join(folder, 'gone.apkg')}`)
})

test('damaged bytes make unzip() throw a RangeError or find nothing, and never hang', async () => {
  const whole = await deck(cards)
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({min: 0, max: 255}), (at, value) => {
      const bytes = Uint8Array.from(whole)
      bytes[at] = value
      try {
        return (unzip(bytes, 'collection.anki2')?.length ?? 0) >= 0
      } catch (error) {
        return error instanceof Error
      }
    }),
    {numRuns: 300}
  )
})
