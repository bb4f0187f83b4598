import {expect, test} from 'vitest'
import {naturalGuideId} from '../../src/guide/guide-id.ts'
import {labelsFor} from '../../src/guide/labels-for.ts'
import {fingerprints, naturalIds} from '../../src/guide/natural-ids.ts'
import {questionSkeleton} from '../../src/guide/question-skeleton.ts'
import {sha256Base62} from '../../src/guide/sha256-base62.ts'
import {skeleton} from '../../src/guide/skeleton.ts'
import {slug} from '../../src/guide/slug.ts'
import {candidate} from '../support/candidate.ts'

// Golden: decks that were handed out are matched by these values. A change here duplicates every card of every learner.

test('sha256Base62() is the digest as a number, most significant digit first', () => {
  expect(sha256Base62('')).toMatchInlineSnapshot(`"rzWtdMwJelxEeMmeB0EiiEGkAYggupnSUjWEepHLxI5"`)
  expect(sha256Base62('kafka')).toMatchInlineSnapshot(`"mJVL8aBaydGSjdgxCijGsJXoXqALYlTUXnf7wwjZmrU"`)
})

test('natural ids of questions stay what they were in the first deck', () => {
  const ids = naturalIds([
    candidate({question: 'What is a **topic**?'}),
    candidate({question: "What's the output?\n\n```js\nlet a = 1\n```"}),
    candidate({question: "What's the output?\n\n```js\nlet a = 2\n```"}),
    candidate({question: 'Was heißt ΣΊΣΥΦΟΣ?', section: ['Griechisch']}),
    candidate({question: '什么是主题？'}),
    candidate({question: '`===`'}),
    candidate({
      question: 'Pick one',
      kind: 'mcq',
      options: [
        {text: 'A *topic*', right: true},
        {text: 'A broker', right: false}
      ]
    }),
    candidate({question: 'A {{c1::topic::noun}} holds {{c2::records}}', kind: 'cloze'}),
    candidate({question: 'anything', id: '1620628201203'})
  ])
  expect(ids).toMatchInlineSnapshot(`
    [
      "9K6rblAnsveoRzt3",
      "j0s4lqblTiEAdASS",
      "oRfiZT4080Tqtb5k",
      "EwrjN59jz0ZSeT2L",
      "3o8iRVVWJxNaKnzY",
      "AepUHSpwZP436kdu",
      "ZBVD9W3wXne6ydBl",
      "11iTrTo9wIdKqY57",
      "1620628201203",
    ]
  `)
})

test('equal questions are told apart by section, then by ordinal from the second on', () => {
  const ids = naturalIds([
    candidate({question: 'Why?', section: ['Core']}),
    candidate({question: 'Why?', section: ['Streams']}),
    candidate({question: 'Why?', section: ['Streams']}),
    candidate({question: 'How?', section: ['Streams']})
  ])
  expect(ids).toMatchInlineSnapshot(`
    [
      "YNCK64UiuAZrnpAO",
      "SBbA3peGLfDeogK0",
      "Po20VRyhrF5HHuZf",
      "UPoRVjhLTERJNKXV",
    ]
  `)
  expect(new Set(ids).size).toBe(4)
})

test('an id ignores answer, number, emphasis, quotes and spacing', () => {
  const [plain] = naturalIds([candidate({question: "What is Kafka's offset?", answer: 'One'})])
  const [dressed] = naturalIds([
    candidate({question: '**What is   Kafka’s** `offset`?', answer: 'Two', section: ['Elsewhere'], tags: ['x']})
  ])
  expect(dressed).toBe(plain)
})

test('a cloze is identified by its revealed text, so that a new hint or number makes no new card', () => {
  const side = (question: string) => questionSkeleton(candidate({question, kind: 'cloze'}))
  expect(side('A {{c1::topic::noun}} of {{c2::{{c3::many}} records}}')).toBe('atopicofmanyrecords')
  expect(side('A {{c2::topic}} of many records')).toBe('atopicofmanyrecords')
})

test('skeleton() folds case code point by code point', () => {
  expect(skeleton('Straße № 5: ΣΊΣΥΦΟΣ, ﬁne—İ')).toBe('strasseno5σίσυφοσfinei')
  expect(skeleton('?! — …')).toBe('')
})

test('a question without letters or digits is identified by its signs', () => {
  expect(questionSkeleton(candidate({question: '`=>`  `->`?'}))).toBe('=> ->?')
})

test('labels are the shortest unique beginnings, and old ones stay', () => {
  const ids = Array.from({length: 2000}, (_, index) => `card-${index}`)
  const labels = labelsFor(ids, new Map())
  expect(new Set(labels).size).toBe(2000)
  expect(labels.slice(0, 3)).toMatchInlineSnapshot(`
    [
      "HVH",
      "EKD",
      "PRC",
    ]
  `)
  expect(labels.filter((label) => label.length > 5)).toEqual([])
  expect(labelsFor(['card-1', 'other'], new Map([['card-1', 'K7Q']]))[0]).toBe('K7Q')
})

test('a guide is named by title and file, never by one said twice', () => {
  expect(naturalGuideId('Kafka', 'kafka')).toBe('kafka')
  expect(naturalGuideId('Kafka & Streams: notes', 'kafka')).toBe('kafka-streams-notes-kafka')
  expect(naturalGuideId(undefined, 'kafka')).toBe('kafka')
  expect(naturalGuideId('Вопросы', undefined)).toBe('вопросы')
  expect(naturalGuideId('!', undefined)).toBe(undefined)
})

test('slug() keeps letters of any script', () => {
  expect(slug('Ça va? 東京 — Ünïcode_Test')).toBe('ca-va-東京-unicode-test')
})

test('fingerprints of sides without content are empty', () => {
  const print = fingerprints(candidate({question: 'What?'}), '')
  expect(print.answer).toBe('')
  expect(print.section).toBe('')
  expect(print.question).toHaveLength(16)
})
