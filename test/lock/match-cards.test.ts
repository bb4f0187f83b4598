import {expect, test} from 'vitest'
import type {LockedCard} from '../../src/lock/lock.ts'
import {matchCards, type Today} from '../../src/lock/match-cards.ts'

/** `q1/a1@s` is question q1 with answer a1 in section s; the locked id is `id-<question>`. */
function locked(...cards: readonly string[]): Map<string, LockedCard> {
  const entries = cards.map((text): [string, LockedCard] => {
    const {question, answer, section} = prints(text)
    return [`id-${question}${section}`, {label: 'AAA', hash: text, question, answer, section, mod: 1}]
  })
  return new Map(entries.map(([id, card], index) => [id, index === 0 ? card : {...card, after: entries[index - 1]?.[0]}]))
}

function today(...cards: readonly string[]): Today[] {
  return cards.map((text) => ({...prints(text), naturalId: `new-${text}`, explicit: false}))
}

function prints(text: string) {
  const [, question = '', answer = '', section = ''] = /^(\w+)(?:\/(\w*))?(?:@(\w+))?$/.exec(text) ?? []
  return {question, answer, section}
}

const match = (now: readonly Today[], before: Map<string, LockedCard>) =>
  matchCards(now, before).map((found) => found && `${found.id} by ${found.by}`)

test('the same questions are known whatever their order and answers', () => {
  expect(match(today('q2/x', 'q1/y'), locked('q1/a1', 'q2/a2'))).toEqual(['id-q2 by question and place', 'id-q1 by question and place'])
})

test('an inserted question is new and the others are known', () => {
  expect(match(today('q0/a0', 'q1/a1', 'q2/a2'), locked('q1/a1', 'q2/a2'))).toEqual([
    undefined,
    'id-q1 by question and place',
    'id-q2 by question and place'
  ])
})

test('a question that moved to another section is known by itself', () => {
  expect(match(today('q1/a1@t'), locked('q1/a1@s'))).toEqual(['id-q1s by question'])
})

test('a reworded question is known by its answer', () => {
  expect(match(today('q9/a1', 'q2/a2'), locked('q1/a1', 'q2/a2'))).toEqual(['id-q1 by answer', 'id-q2 by question and place'])
})

test('two questions with one answer are ambiguous when both are reworded: new cards', () => {
  expect(match(today('x/a', 'y/a', 'z/b'), locked('q1/a', 'q2/a', 'q3/c'))).toEqual([undefined, undefined, undefined])
})

test('question and answer edited at once are known between their neighbours', () => {
  expect(match(today('q1/a1', 'x/y', 'q3/a3'), locked('q1/a1', 'q2/a2', 'q3/a3'))).toEqual([
    'id-q1 by question and place',
    'id-q2 by neighbours',
    'id-q3 by question and place'
  ])
})

test('two cards edited at once between neighbours are ambiguous: new cards', () => {
  expect(match(today('q1/a1', 'x/y', 'v/w', 'q4/a4'), locked('q1/a1', 'q2/a2', 'q3/a3', 'q4/a4')).slice(1, 3)).toEqual([
    undefined,
    undefined
  ])
})

test('a card replaced at a place where another was removed is not mistaken for one removed long ago', () => {
  const before = locked('q1/a1', 'q2/a2', 'q3/a3')
  const gone = before.get('id-q2')
  if (gone) before.set('id-q2', {...gone, removed: 5})
  expect(match(today('q1/a1', 'x/a2', 'q3/a3'), before)[1]).toBe(undefined)
  expect(match(today('q1/a1', 'q2/zz', 'q3/a3'), before)[1]).toBe('id-q2 by question and place')
})

test('an explicit id is taken whatever the text says, and never given to another card', () => {
  const own: Today = {question: 'x', answer: 'y', section: '', naturalId: 'id-q1', explicit: true}
  expect(match([own, ...today('q1/a1')], locked('q1/a1'))).toEqual(['id-q1 by id', undefined])
})

test('equal questions pair up in order', () => {
  const before = new Map<string, LockedCard>([
    ['one', {label: 'AAA', hash: '', question: 'q', mod: 1}],
    ['two', {label: 'AAB', hash: '', question: 'q', after: 'one', mod: 1}]
  ])
  expect(match(today('q', 'q'), before)).toEqual(['one by question and place', 'two by question and place'])
})
