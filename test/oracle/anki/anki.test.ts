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

test('Anki asks a reversed question both ways', async () => {
  const report = await askAnki('render', [await deck(change('topic', {reverse: true}))], '--strict', '--dump')
  const asked = report.render?.html?.map(({question}) => question.replace(/\s*<[^>]*>\s*/g, '')).slice(0, 2)
  expect([asked, report.failures]).toEqual([['What is a topic?', 'A named log.'], []])
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
  ['a second direction', change('topic', {reverse: true, modSeconds: later}), {new: 0, updated: 1, cards: 6}],
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

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>')
const media = new Map([
  ['img/a b.svg', {bytes: svg, mime: 'image/svg+xml', sha256: '0123456789abcdef'.repeat(4), extension: '.svg'}],
  ['say.mp3', {bytes: new TextEncoder().encode('ID3'), mime: 'audio/mpeg', sha256: 'fedcba9876543210'.repeat(4), extension: '.mp3'}]
])

/** Every construct, and everything that Anki or MathJax would take for its own. */
const torture: readonly CardText[] = [
  ...[
    'a *b* **c** ~~d~~ `e` [f](https://g.h) https://i.j :rocket: line  \nbreak',
    '1. a\n   - b\n\n     ```py\n     c = "<d>"\n     ```\n2. e\n- [x] f\n- [ ] g',
    '> quote\n>> deeper\n\n---\n\n| a | b |\n|:-:|--:|\n| `c\\|d` | $e$ |',
    '$a < b$ and\n\n$$\n\\begin{pmatrix} 1 & 2 \\\\[2pt] 3 & 4 \\end{pmatrix} % comment\n$$',
    '![alt](<img/a b.svg>) ![gone](gone.png) note[^1]\n\n[^1]: Foot *note*.',
    '[sound:a.mp3] `[sound:b.mp3]` [latex]c[/latex] `[$]d[/$]` `[$$]e[/$$]` [anki:tts lang=en_US]f[/anki:tts]',
    '{{c1::a}} `{{c2::b}}` {{Question}} {{#Answer}} {{FrontSide}} `{{/Answer}}` {{type:Answer}}',
    'a \\\\(b\\\\) \\\\[c\\\\] `\\(d\\)` <!-- [sound:x.mp3] -->',
    '> [!TIP]\n> a\n\n<details><summary>{{c1::b}}</summary>\n\n[sound:c.mp3] <kbd>d</kbd> ==e==\n\n</details>',
    '![](say.mp3)',
    'nul\u0000 unit\u001fseparator\r\n\u0007bell e\u0301 \u{1f600} \u202etrick'
  ].map(
    (text, index): CardText => ({
      id: `t${index}`,
      question: text,
      answer: text,
      explanation: text,
      section: [text.slice(0, 20)],
      tags: ['a b', 'c::d', '"x*']
    })
  ),
  {
    id: 'mcq',
    kind: 'mcq',
    question: 'x',
    options: [
      {text: '`{{c1::a}}`', right: true},
      {text: '```\n[sound:b]\n```', right: true}
    ]
  },
  {
    id: 'c1',
    kind: 'cloze',
    question: '{{c1::a **b** `{{}} c::d`}} {{c2::$\\frac{a}{b}$::h}} `x{{c3::y{}}}`',
    explanation: '{{c9::phantom}} [sound:a]'
  },
  {
    id: 'c2',
    kind: 'cloze',
    question: '```js\nconst a = {b: {{c1::{c: 1}}}, d: std::e}\n```\n\n$$\\sqrt{{{c2::x^{2}}}}$$ ![{{c7::x}}](<img/a b.svg>)'
  },
  {id: 'c3', kind: 'cloze', question: '{{c1::{{c2::nested}} gap::hint}} [link {{c499::last}}](https://a.b/{{c8::c}}::d)'}
]

test('Anki shows every construct and takes none of the text for its own markers', async () => {
  const report = await askAnki('render', [await deck(torture, {media})], '--strict', '--dump')
  expect(report.failures).toEqual([])
  expect(report.steps[0]).toMatchObject({
    cards: 20,
    empty_cards: 0,
    check_media: {missing: [], unused: []},
    media: [{name: 'cp-0123456789abcdef.svg'}, {name: 'cp-fedcba9876543210.mp3'}]
  })
  const shown = report.render?.html?.flatMap(({question, answer}) => [question, answer]).join('\n') ?? ''
  expect([
    ...shown.matchAll(/\[anki:play[^\]]*\]|latex-\w+|<img class="?latex|<script|href="(?!https:\/\/|_cardpress-user\.css)[^"]*"/g)
  ]).toEqual([])
})

test('Anki takes the same torture again, as deck and as text, without a change', async () => {
  const again = await askAnki('import', [await deck(torture, {media}), await deck(torture, {media})], '--strict')
  expect(outcome(again)).toEqual({...clean, new: 0, updated: 0, cards: 20})
  const [text] = await ankiText.render(makeGuide(torture, {media}), renderContext())
  const report = await askAnki('csv', [await deck(torture, {media}), text?.bytes ?? new Uint8Array()], '--strict')
  expect(outcome(report)).toEqual({...clean, new: 0, updated: 0, cards: 20})
})

test('Anki takes a deck that is too large for the container, and the same again', async () => {
  const pictures = ['a', 'b'].map((letter) => ({
    ...{bytes: Buffer.alloc(9 * 2 ** 20, letter), mime: 'image/png', extension: '.png'},
    sha256: letter.repeat(64)
  }))
  const photos = new Map(pictures.map((picture, index) => [`${index}.png`, picture]))
  const texts = [...photos.keys()].map((name): CardText => ({id: name, question: `What is ${name}?`, answer: `![](${name})`}))
  const [output] = await anki.render(makeGuide(texts, {media: photos}), renderContext())
  const pieces = [output?.bytes ?? new Uint8Array()]
  for await (const piece of output?.rest ?? []) pieces.push(piece)
  expect(pieces.length).toBeGreaterThan(2)
  const whole = Buffer.concat(pieces)
  const report = await askAnki('import', [whole, whole], '--study', '2', '--strict')
  expect(outcome(report)).toEqual({...clean, new: 0, updated: 0, cards: 2})
  expect(report.steps[1]?.media).toEqual(pictures.map(({sha256}) => ({name: `cp-${sha256.slice(0, 16)}.png`, bytes: 9 * 2 ** 20})))
})
