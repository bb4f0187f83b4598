import fc from 'fast-check'
import {expect, test} from 'vitest'
import {emptyLock, formatLock, type Lock, parseLock} from '../../src/lock/lock.ts'

const lock: Lock = {
  version: 1,
  guides: {
    streams: {source: 'streams.md', deck: 'Streams', notetypes: {standard: 1, cloze: 2}, cards: {}},
    kafka: {
      source: 'kafka.md',
      deck: 'Kafka',
      notetypes: {standard: 1, cloze: 2},
      cards: {
        b: {label: 'K7Q', hash: 'h', question: 'q', after: 'a', mod: 5},
        a: {label: 'Z1X', hash: 'h', question: 'q', answer: 'x', section: 's', mod: 4, removed: 6}
      }
    }
  }
}

test('formatLock() writes one line a card, sorted, so that branches merge', () => {
  expect(formatLock(lock)).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "guides": {
        "kafka": {
          "source": "kafka.md",
          "deck": "Kafka",
          "notetypes": {"standard":1,"cloze":2},
          "cards": {
            "a": {"label":"Z1X","hash":"h","question":"q","answer":"x","section":"s","mod":4,"removed":6},
            "b": {"label":"K7Q","hash":"h","question":"q","after":"a","mod":5}
          }
        },
        "streams": {
          "source": "streams.md",
          "deck": "Streams",
          "notetypes": {"standard":1,"cloze":2},
          "cards": {}
        }
      }
    }
    "
  `)
})

test('parseLock() reads back what formatLock() wrote', () => {
  expect(parseLock(formatLock(lock))).toEqual(lock)
  expect(parseLock(formatLock(emptyLock()))).toEqual(emptyLock())
})

test('a lock in doubt is a problem, never a guess', () => {
  expect(parseLock(formatLock(lock).replace('"Kafka"', '"Kafka"\n<<<<<<< HEAD'))).toMatchInlineSnapshot(`
    {
      "line": 7,
      "problem": "merge conflict marks",
    }
  `)
  expect(parseLock('{"version": 1')).toMatchInlineSnapshot(`
    {
      "line": 1,
      "problem": "broken JSON (Expected ',' or '}' after property value in JSON at position 13 (line 1 column 14))",
    }
  `)
  expect(parseLock('{"version": 2, "guides": {}}')).toEqual({problem: 'a newer format than this cardpress reads', line: 1})
  expect(parseLock(formatLock(lock).replace('"mod":5', '"mod":"5"'))).toMatchInlineSnapshot(`
    {
      "line": 1,
      "problem": "guides.kafka.cards.b.mod: Invalid input: expected number, received string",
    }
  `)
})

test('no text makes parseLock() throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof parseLock(text) === 'object'))
})
