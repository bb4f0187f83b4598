import {expect} from 'vitest'
import type {Guide} from '../../../src/guide/guide.ts'
import {anki} from '../../../src/render/anki/anki.ts'
import {ankiText} from '../../../src/render/anki/anki-text.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {type CardText, makeGuide} from '../../support/make-guide.ts'
import {renderContext} from '../../support/render-context.ts'
import {type AnkiReport, askAnki, type ImportLog} from './ask-anki.ts'

const test = judgedBy('anki')

const cards: readonly CardText[] = [
  {id: 'topic', question: 'What is a topic?', answer: 'A named log.', section: ['Basics']},
  {id: 'isr', question: 'What is the ISR?', answer: 'Replicas that *keep up*.', section: ['Basics', 'Replication']},
  {
    id: 'acks',
    kind: 'mcq',
    question: 'Which `acks` waits for all?',
    options: [
      {text: '`0`', right: false},
      {text: '`all`', right: true}
    ]
  },
  {id: 'gaps', kind: 'cloze', question: 'A {{c1::topic}} has {{c2::partitions::parts}}.', explanation: 'Always.'},
  {id: 'open', kind: 'unanswered', question: 'What is lag?'}
]

async function deck(texts: readonly CardText[], change: Partial<Guide> = {}): Promise<Uint8Array> {
  const [output] = await anki.render(makeGuide(texts, change), renderContext())
  if (!output) throw new Error('Expected a deck')
  return output.bytes
}

/** The counts of the last import and what is wrong beyond them. */
function outcome({
  steps,
  failures
}: AnkiReport): Partial<ImportLog> & {cards?: number | undefined; scheduling?: number; failures: readonly string[]} {
  const step = steps.at(-1)
  return {
    new: step?.log.new ?? -1,
    updated: step?.log.updated ?? -1,
    conflicting: step?.log.conflicting ?? -1,
    cards: step?.cards,
    scheduling: Object.keys(step?.scheduling?.changed ?? {}).length,
    failures
  }
}

const clean = {conflicting: 0, scheduling: 0, failures: []}

test('Anki takes a new deck: a card for each question and gap, one deck, tags by section', async () => {
  const report = await askAnki('import', [await deck(cards)], '--strict')
  expect(outcome(report)).toEqual({...clean, new: 4, updated: 0, cards: 5})
  expect(report.steps[0]).toMatchObject({
    decks: [
      {name: 'Default', cards: 0},
      {name: 'Made', cards: 5, description: '<b>Made for a test</b><br>2026-01-01'}
    ],
    tags: ['cardpress::made', 'cardpress::made::Basics', 'cardpress::made::Basics::Replication'],
    check_database: {report: ['Database rebuilt and optimized.'], cards_added: 0},
    check_media: {missing: [], unused: []},
    empty_cards: 0
  })
})

const later = 1_767_225_601

test.for<[string, readonly CardText[], {new: number; updated: number; cards: number}]>([
  ['the same cards', cards, {new: 0, updated: 0, cards: 5}],
  ['an edited answer', change('isr', {answer: 'Replicas in sync.', modSeconds: later}), {new: 0, updated: 1, cards: 5}],
  [
    'an edited question that kept its id',
    change('topic', {question: 'What is a Kafka topic?', modSeconds: later}),
    {new: 0, updated: 1, cards: 5}
  ],
  ['a question on top', [{id: 'new', question: 'Why Kafka?', answer: 'Replay.'}, ...cards], {new: 1, updated: 0, cards: 6}],
  ['a question less', cards.slice(1), {new: 0, updated: 0, cards: 5}],
  ['all in another order', cards.toReversed(), {new: 0, updated: 0, cards: 5}],
  ['a question in another section', change('topic', {section: ['Core'], modSeconds: later}), {new: 0, updated: 1, cards: 5}],
  [
    'another gap',
    change('gaps', {question: 'A {{c1::topic}} has {{c2::parts}}, {{c3::many}}.', modSeconds: later}),
    {new: 0, updated: 1, cards: 6}
  ],
  ['an open question answered', change('open', {kind: 'basic', answer: 'Distance to the end.'}), {new: 1, updated: 0, cards: 6}]
])('Anki imports %s on top of a studied deck and touches no schedule', async ([, texts, expected]) => {
  const report = await askAnki('import', [await deck(cards), await deck(texts)], '--study', '5', '--strict')
  expect(outcome(report)).toEqual({...clean, ...expected})
})

test('Anki keeps two guides with the same questions apart under one pair of notetypes', async () => {
  const report = await askAnki(
    'import',
    [await deck(cards), await deck(cards, {id: 'other', deck: 'Other::Made'})],
    '--study',
    '5',
    '--strict'
  )
  expect(outcome(report)).toEqual({...clean, new: 4, updated: 0, cards: 10})
  expect(report.steps.at(-1)?.notetypes.map(({name}) => name)).toEqual(['Cardpress Cloze', 'Cardpress Q&A'])
  expect(report.steps.at(-1)?.decks.map(({name, cards}) => `${name} ${cards}`)).toEqual(['Default 0', 'Made 5', 'Other 0', 'Other::Made 5'])
})

test('Anki keeps what an older deck would undo', async () => {
  const newer = change('topic', {answer: 'A log.', modSeconds: later})
  expect(outcome(await askAnki('import', [await deck(newer), await deck(cards)], '--study', '5', '--strict'))).toEqual({
    ...clean,
    new: 0,
    updated: 0,
    cards: 5
  })
})

function change(id: string, to: Partial<CardText>): readonly CardText[] {
  return cards.map((card) => (card.id === id ? {...card, ...to} : card))
}

test('Anki takes the text file on top of the deck as nothing new, and an edited row as one update', async () => {
  const rows = async (texts: readonly CardText[]) =>
    (await ankiText.render(makeGuide(texts), renderContext()))[0]?.bytes ?? new Uint8Array()
  const same = await askAnki('csv', [await deck(cards), await rows(cards)], '--study', '5', '--strict')
  expect(outcome(same)).toEqual({...clean, new: 0, updated: 0, cards: 5})
  const edited = change('isr', {answer: 'Replicas, "in" sync;\n\n# all'})
  const report = await askAnki('csv', [await deck(cards), await rows(edited)], '--study', '5', '--strict', '--dump')
  expect(outcome(report)).toEqual({...clean, new: 0, updated: 1, cards: 5})
  expect(report.steps.at(-1)?.dump?.notes.map(({fields: [question, answer]}) => [question, answer])).toContainEqual([
    'What is the ISR?',
    '<p>Replicas, "in" sync;</p>\n<h1>all</h1>'
  ])
})
