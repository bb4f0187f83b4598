import {expect, test} from 'vitest'
import type {Today} from '../../src/lock/asking.ts'
import type {LockedCard} from '../../src/lock/lock.ts'
import {matchCards} from '../../src/lock/match-cards.ts'

/** `q1/a1@s` is question q1 with answer a1 in section s; the locked id is `id-<question><section>`. */
function locked(...cards: readonly string[]): Map<string, LockedCard> {
  const entries = cards.map((text): [string, LockedCard] => {
    const {question, answer, section} = prints(text)
    return [`id-${question}${section}`, {label: 'AAA', hash: text, question, answer, section, mod: 1}]
  })
  return new Map(entries.map(([id, card], index) => [id, index === 0 ? card : {...card, after: entries[index - 1]?.[0]}]))
}

function today(...cards: readonly string[]): Today[] {
  return cards.map((text) => ({...prints(text), cloze: false}))
}

function prints(text: string) {
  const [, question = '', answer = '', section = ''] = /^(\w+)(?:\/(\w*))?(?:@(\w+))?$/.exec(text) ?? []
  return {question, answer, section}
}

const match = (now: readonly Today[], before: Map<string, LockedCard>) => matchAll({g: now}, {g: before}).g

/** By guide; a card that could have been several ends in `?` and those. */
function matchAll(now: Readonly<Record<string, readonly Today[]>>, before: Readonly<Record<string, Map<string, LockedCard>>>) {
  const guides = matchCards(
    Object.entries(now).map(([id, cards]) => ({id, cards})),
    Object.entries(before).map(([id, cards]) => ({id, cards}))
  )
  const text = (guide: string, {match, rivals}: (typeof guides)[number][number]) => {
    const from = match && match.before.guide !== guide ? `${match.before.guide}/` : ''
    if (match) return `${from}${match.before.id} by ${match.by}`
    return rivals.length > 0 ? `? ${rivals.map(({id}) => id).join(' ')}` : undefined
  }
  return Object.fromEntries(Object.keys(now).map((id, index) => [id, guides[index]?.map((asking) => text(id, asking))]))
}

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
  expect(match(today('x/a', 'y/a', 'k/k', 'z/b'), locked('q1/a', 'q2/a', 'k/k'))).toEqual([
    '? id-q1 id-q2',
    '? id-q1 id-q2',
    'id-k by question and place',
    undefined
  ])
})

test('question and answer edited at once are known between their neighbours', () => {
  expect(match(today('q1/a1', 'x/y', 'q3/a3'), locked('q1/a1', 'q2/a2', 'q3/a3'))).toEqual([
    'id-q1 by question and place',
    'id-q2 by neighbours',
    'id-q3 by question and place'
  ])
})

test('two cards edited at once between neighbours are ambiguous: new cards', () => {
  expect(match(today('q1/a1', 'x/y', 'v/w', 'q4/a4'), locked('q1/a1', 'q2/a2', 'q3/a3', 'q4/a4'))?.slice(1, 3)).toEqual([
    '? id-q2 id-q3',
    '? id-q2 id-q3'
  ])
})

test('a card replaced at a place where another was removed is not mistaken for one removed long ago', () => {
  const before = locked('q1/a1', 'q2/a2', 'q3/a3')
  const gone = before.get('id-q2')
  if (gone) before.set('id-q2', {...gone, removed: 5})
  expect(match(today('q1/a1', 'x/a2', 'q3/a3'), before)?.[1]).toBe(undefined)
  expect(match(today('q1/a1', 'q2/zz', 'q3/a3'), before)?.[1]).toBe('id-q2 by question')
})

test('an id in the source is taken whatever the text says, and never given to another card', () => {
  const own: Today = {question: 'x', answer: 'y', section: '', given: 'id-q1', cloze: false}
  expect(match([own, ...today('q1/a1')], locked('q1/a1'))).toEqual(['id-q1 by id', undefined])
})

test('an id written to a card that had none finds the card by its question, and from then on by the id', () => {
  const [card] = today('q1/a1')
  const given = {...card, given: 'topic', cloze: false, question: 'q1', answer: '', section: ''}
  expect(match([given], locked('q1/a1'))).toEqual(['id-q1 by question and place'])
  const before = new Map([...locked('q1/a1')].map(([id, old]) => [id, {...old, given: 'topic'}]))
  expect(match([{...given, question: 'all', answer: 'new'}], before)).toEqual(['id-q1 by id'])
  expect(match([{...given, given: 'other'}], before)).toEqual([undefined])
})

test('an id in the source is found in the file that the card was moved from', () => {
  const own: Today = {question: 'x', answer: 'y', section: '', given: 'id-q1', cloze: false}
  expect(matchAll({a: [], b: [own]}, {a: locked('q1/a1'), b: new Map()})).toEqual({a: [], b: ['a/id-q1 by id']})
})

test('a question with gaps is not the question without them: Anki keeps two kinds of notes', () => {
  expect(match([{...prints('q1/a1'), cloze: true}], locked('q1/a1'))).toEqual([undefined])
})

/** Cards with one question, by id. */
function twins(...answers: readonly string[]) {
  return new Map<string, LockedCard>(
    answers.map((answer, index) => [
      `twin${index}`,
      {label: 'AAA', hash: '', question: 'q', answer, after: index ? `twin${index - 1}` : undefined, mod: 1}
    ])
  )
}

test('equal questions pair up by their answers, then in order', () => {
  expect(match(today('q/b', 'q/a'), twins('a', 'b'))).toEqual(['twin1 by question and place', 'twin0 by question and place'])
  expect(match(today('q/x', 'q/y'), twins('a', 'b'))).toEqual(['twin0 by question and place', 'twin1 by question and place'])
  expect(match(today('q/b'), twins('a', 'b'))).toEqual(['twin1 by question and place'])
})

test('one of two equal questions that is gone leaves the other in doubt when its answer is new', () => {
  expect(match(today('q/x'), twins('a', 'b'))).toEqual(['? twin0 twin1'])
})

test('an answer that other cards have too proves nothing', () => {
  expect(match(today('x/a', 'k/a', 'l/l', 'm/m'), locked('k/a', 'l/l', 'q1/a', 'm/m'))).toEqual([
    '? id-q1',
    'id-k by question and place',
    'id-l by question and place',
    'id-m by question and place'
  ])
})

test('a guide with a single card proves nothing by the place of that card', () => {
  expect(match(today('x/y'), locked('q1/a1'))).toEqual([undefined])
})

test('a question that moved to another file is known there, in its own file it is not missed by weaker evidence', () => {
  expect(
    matchAll({a: today('q1/a1', 'x/y', 'q3/a3'), b: today('k/k', 'q2/a2')}, {a: locked('q1/a1', 'q2/a2', 'q3/a3'), b: locked('k/k')})
  ).toEqual({
    a: ['id-q1 by question and place', undefined, 'id-q3 by question and place'],
    b: ['id-k by question and place', 'a/id-q2 by question']
  })
})

test('equal questions of two files stay with their files', () => {
  expect(matchAll({a: today('q/a'), b: today('q/a')}, {a: locked('q/a'), b: locked('q/a')})).toEqual({
    a: ['id-q by question and place'],
    b: ['id-q by question and place']
  })
})

test('a question that two files lost and a third has is ambiguous, unless its answer tells', () => {
  const lost = {a: locked('q/a'), b: locked('q/b')}
  expect(matchAll({c: today('q/x')}, lost)).toEqual({c: ['? id-q id-q']})
  expect(matchAll({c: today('q/b')}, lost)).toEqual({c: ['b/id-q by question']})
})

test('a card does not move to a guide that has another one by that id', () => {
  const taken = new Map<string, LockedCard>([['id-q', {label: 'AAA', hash: '', question: 'other', answer: 'o', mod: 1}]])
  expect(matchAll({a: [], b: today('other/o', 'q/a')}, {a: locked('q/a'), b: taken})).toEqual({
    a: [],
    b: ['id-q by question and place', '? id-q']
  })
})

test('12,000 cards are matched in linear time, equal questions too', () => {
  const many = Array.from({length: 12_000}, (_, index) => `q${index % 3 === 0 ? 0 : index}/a${index}`)
  const before = new Map(
    many.map((text, index): [string, LockedCard] => [
      `c${index}`,
      {label: 'A', hash: '', ...prints(text), after: index ? `c${index - 1}` : undefined, mod: 1}
    ])
  )
  const started = performance.now()
  const found = match(today(...many.toReversed()), before)
  expect(found?.[0]).toBe('c11999 by question and place')
  expect(performance.now() - started).toBeLessThan(5000)
})
