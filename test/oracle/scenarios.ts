import type {DatabaseSync} from 'node:sqlite'

/** Markdown and pictures by path below `/in`. */
export type Files = Readonly<Record<string, string>>

export interface Expected {
  /** Over all imports after the first. */
  readonly new: number
  readonly updated: number
  /** Cards in the collection at the end. */
  readonly cards: number
}

/** How an author edits between two releases, and what a learner who has studied the first one must get from the second. */
export interface Scenario {
  readonly name: string
  /** Also asked of Anki without CARDPRESS_FULL. */
  readonly quick?: boolean
  /** @default course */
  readonly before?: Files
  readonly edit: (files: Files) => Files
  /** A third release, a day after the second. */
  readonly editAgain?: (files: Files) => Files
  /** What happens to the lock between the releases. @default 'kept' */
  readonly lock?: 'kept' | 'lost' | 'from the deck'
  readonly restamp?: boolean
  /** What a later version of cardpress would write otherwise into the packages of the second release. */
  readonly upgrade?: (db: DatabaseSync) => void
  /** Seconds since 1970 of the second release. @default A day after the first */
  readonly laterSeconds?: number
  /** More flags for Anki. */
  readonly learner?: readonly string[]
  /** The releases are imported in the order of these numbers. @default [1, 2] */
  readonly imports?: readonly (1 | 2 | 3)[]
  readonly expected: Expected
  /** Where cores give other counts, by the name of the core. */
  readonly differing?: Readonly<Record<string, Partial<Expected>>>
}

type Cards = Readonly<Record<string, string>>

/** A file of questions under one title, in sections; each question has its answer. */
export function notes(title: string, sections: Readonly<Record<string, Cards>>, frontMatter = ''): string {
  const blocks = Object.entries(sections).flatMap(([section, cards]) => [
    `## ${section}`,
    ...Object.entries(cards).map(([question, answer], index) => `### ${index + 1}. ${question}\n\n**Answer:**\n\n${answer}`)
  ])
  return `${frontMatter}# ${title}\n\n${blocks.join('\n\n')}\n`
}

const basics: Cards = {
  'What is a topic?': 'A named log of records.',
  'What is a broker?': 'A server that keeps logs.',
  'What is a partition?': 'An ordered part of a topic.\n\n```java\nrecord.partition();\n```'
}
const groups: Cards = {
  'What is a consumer group?': 'Consumers that share the partitions.',
  'What is lag?': 'The distance to the end, $e - c$.',
  'What does the picture show?': '![A cluster](cluster.svg)'
}
const streams: Cards = {
  'What is a stream?': 'An endless table.',
  'What is a table?': 'The latest value of each key.',
  'What is a join?': 'Two streams made one.'
}
const svg = (text: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>${text}</desc></svg>`

/** Two files, nine questions. */
export const course: Files = {
  'kafka.md': notes('Kafka', {Basics: basics, Groups: groups}),
  'streams.md': notes('Streams', {Streams: streams}),
  'cluster.svg': svg('one')
}

const gaps = 'Kafka keeps {{c1::records}} in {{c2::topics}}.\n\nA {{c1::broker}} is a server.\n\nThe {{c1::offset}} counts records.\n'
const cloze: Files = {'gaps.md': `# Gaps\n\n${gaps}`}
const twins: Files = {
  'twins.md': notes('Twins', {
    One: {'What is printed?': 'The number one.'},
    Two: {'What is printed?': 'The number two.'},
    Three: {'What else?': 'Nothing more.'}
  })
}

const replace =
  (path: string, ...pairs: readonly (readonly [string | RegExp, string])[]): Scenario['edit'] =>
  (files) => ({...files, [path]: pairs.reduce((text, [from, to]) => text.replace(from, to), files[path] ?? '')})

const put =
  (change: Files): Scenario['edit'] =>
  (files) => ({...files, ...change})

/** Without these files, with those. */
const swap =
  (gone: readonly string[], change: Files): Scenario['edit'] =>
  (files) => ({...Object.fromEntries(Object.entries(files).filter(([path]) => !gone.includes(path))), ...change})

const reversed = (cards: Cards): Cards => Object.fromEntries(Object.entries(cards).toReversed())
const without = (cards: Cards, ...questions: readonly string[]): Cards =>
  Object.fromEntries(Object.entries(cards).filter(([question]) => !questions.includes(question)))

const answer: Scenario['edit'] = replace('kafka.md', ['A server that keeps logs.', 'A server that keeps and serves logs.'])
const reword: Scenario['edit'] = replace('kafka.md', ['What is a broker?', 'What does a broker do?'])

/** Templates and styles as a later version could have them; the cards are the same. */
function newTemplates(db: DatabaseSync): void {
  const {models} = db.prepare('select models from col').get() ?? {}
  const changed = Object.values(JSON.parse(String(models))).map((model) => {
    const {id, mod, css, tmpls} = model as {id: number; mod: number; css: string; tmpls: {qfmt: string; afmt: string}[]}
    const dressed = tmpls.map((template) => ({
      ...template,
      qfmt: template.qfmt.replace('<div class="page', '<div class="new page'),
      afmt: `${template.afmt}<p>new</p>`
    }))
    return [id, {...(model as object), mod: mod + 1, css: `${css}.new { color: red }`, tmpls: dressed}]
  })
  db.prepare('update col set models = ?').run(JSON.stringify(Object.fromEntries(changed)))
}

/** Code coloured by other names; content, and with it the time of the note, is the same. */
function newHighlighter(db: DatabaseSync): void {
  const {changes} = db.prepare("update notes set flds = replace(flds, 'hljs-', 'hl-')").run()
  if (changes === 0) throw new Error('Expected notes in the deck')
}

const bothWays: Files = {'both.md': notes('Both', {Basics: basics, Streams: streams}, '---\nreverse: true\n---\n\n')}

export const scenarios: readonly Scenario[] = [
  {name: 'nothing', quick: true, edit: (files) => files, expected: {new: 0, updated: 0, cards: 9}},
  {name: 'an answer', edit: answer, expected: {new: 0, updated: 1, cards: 9}},
  {name: 'a question', edit: reword, expected: {new: 0, updated: 1, cards: 9}},
  {
    name: 'question and answer at once',
    quick: true,
    edit: replace('kafka.md', ['What is a broker?', 'Who keeps the logs?'], ['A server that keeps logs.', 'The brokers do.']),
    expected: {new: 0, updated: 1, cards: 9}
  },
  {
    name: 'a question on top',
    edit: put({'kafka.md': notes('Kafka', {Basics: {'Why Kafka?': 'For replay.', ...basics}, Groups: groups})}),
    expected: {new: 1, updated: 0, cards: 10}
  },
  {
    name: 'a question less',
    edit: put({'kafka.md': notes('Kafka', {Basics: without(basics, 'What is a broker?'), Groups: groups})}),
    expected: {new: 0, updated: 0, cards: 9}
  },
  {
    name: 'the order of all',
    edit: put({'kafka.md': notes('Kafka', {Groups: reversed(groups), Basics: reversed(basics)})}),
    expected: {new: 0, updated: 0, cards: 9}
  },
  {
    name: 'the name of a section',
    edit: replace('kafka.md', ['## Groups', '## Consumers']),
    expected: {new: 0, updated: 3, cards: 9}
  },
  {
    name: 'a question to another section',
    edit: put({
      'kafka.md': notes('Kafka', {
        Basics: {...basics, 'What is lag?': 'The distance to the end, $e - c$.'},
        Groups: without(groups, 'What is lag?')
      })
    }),
    expected: {new: 0, updated: 1, cards: 9}
  },
  {
    name: 'a question to another file',
    quick: true,
    edit: put({
      'kafka.md': notes('Kafka', {Basics: without(basics, 'What is a broker?'), Groups: groups}),
      'streams.md': notes('Streams', {Streams: {...streams, 'What is a broker?': 'A server that keeps logs.'}})
    }),
    expected: {new: 0, updated: 1, cards: 9}
  },
  {
    name: 'file name and title',
    edit: swap(['streams.md'], {'tables.md': notes('Tables and streams', {Streams: streams})}),
    expected: {new: 0, updated: 0, cards: 9}
  },
  {
    name: 'one file into two',
    quick: true,
    edit: swap(['kafka.md'], {'basics.md': notes('Basics', {Basics: basics}), 'groups.md': notes('Groups', {Groups: groups})}),
    expected: {new: 0, updated: 6, cards: 9}
  },
  {
    name: 'two files into one',
    edit: swap(['kafka.md', 'streams.md'], {'all.md': notes('All', {Basics: basics, Groups: groups, Streams: streams})}),
    expected: {new: 0, updated: 3, cards: 9}
  },
  {
    name: 'the id of the guide',
    edit: put({'streams.md': notes('Streams', {Streams: streams}, '---\nid: tables\n---\n\n')}),
    expected: {new: 0, updated: 3, cards: 9}
  },
  {
    name: 'a tag for all in a file',
    edit: put({'streams.md': notes('Streams', {Streams: streams}, '---\ntags: [exam]\n---\n\n')}),
    expected: {new: 0, updated: 3, cards: 9}
  },
  {name: 'a picture', edit: put({'cluster.svg': svg('two')}), expected: {new: 0, updated: 1, cards: 9}},
  {
    name: 'a gap more',
    before: cloze,
    edit: replace('gaps.md', ['counts records', 'counts {{c2::records}}']),
    expected: {new: 0, updated: 1, cards: 5}
  },
  {
    name: 'gaps into none: a note of another kind, and the one with gaps stays behind',
    before: cloze,
    edit: put({'gaps.md': notes('Gaps', {All: {'Kafka keeps what in what?': 'Records in topics.', ...basics}})}),
    expected: {new: 4, updated: 0, cards: 8}
  },
  {
    name: 'one of two equal questions less',
    before: twins,
    edit: put({'twins.md': notes('Twins', {Two: {'What is printed?': 'The number two.'}, Three: {'What else?': 'Nothing more.'}})}),
    expected: {new: 0, updated: 0, cards: 3}
  },
  {
    name: 'an id behind a question, and all of its words',
    edit: replace('kafka.md', [
      /### 1. What is a topic\?\n\n\*\*Answer:\*\*\n\nA named log of records./,
      '### 1. What is a topic? {#topic}\n\n**Answer:**\n\nA named log of records, kept.'
    ]),
    expected: {new: 0, updated: 1, cards: 9}
  },
  {
    name: 'a second guide with equal questions',
    edit: put({'copy.md': notes('Copy', {Streams: streams})}),
    expected: {new: 3, updated: 0, cards: 12}
  },
  {
    name: 'an answer and a question after the lock was lost and taken from the decks',
    quick: true,
    lock: 'from the deck',
    edit: (files) => reword(replace('streams.md', ['An endless table.', 'A table without an end.'])(files)),
    expected: {new: 0, updated: 2, cards: 9}
  },
  {
    name: 'a question after the lock was lost: it is new, and all are stamped with the date of their file',
    lock: 'lost',
    edit: reword,
    expected: {new: 1, updated: 0, cards: 10}
  },
  {name: 'nothing but the rendering', restamp: true, edit: (files) => files, expected: {new: 0, updated: 9, cards: 9}},
  {name: 'an answer, and the older deck is imported once more', imports: [1, 2, 1], edit: answer, expected: {new: 0, updated: 1, cards: 9}},
  {
    name: 'an answer twice, for one who imports both decks after they were built',
    imports: [1, 2, 3],
    edit: answer,
    editAgain: replace('kafka.md', ['keeps and serves', 'serves']),
    expected: {new: 0, updated: 2, cards: 9},
    // Importers in Rust did store the time of import in an updated note: the third deck is older than that.
    differing: {
      '2.1.54': {updated: 1},
      '2.1.66': {updated: 1},
      '23.10.1': {updated: 1},
      '24.11': {updated: 1}
    }
  },
  {name: 'an answer, for one who has the newer deck only', imports: [2, 1], edit: answer, expected: {new: 0, updated: 0, cards: 9}},
  {
    name: 'all answers of a file, of which the learner marked one after the new deck was built: that one stays as it is',
    learner: ['--mark', '1'],
    edit: replace('streams.md', ['An endless', 'Endless'], ['The latest', 'Latest'], ['Two streams', 'Streams']),
    before: {'streams.md': notes('Streams', {Streams: streams})},
    expected: {new: 0, updated: 2, cards: 3}
  },
  {
    name: 'the templates and nothing else',
    quick: true,
    upgrade: newTemplates,
    edit: (files) => files,
    expected: {new: 0, updated: 0, cards: 9}
  },
  {
    name: 'the templates of cards that are asked both ways, and an answer',
    upgrade: newTemplates,
    before: bothWays,
    edit: replace('both.md', ['An endless table.', 'A table without an end.']),
    expected: {new: 0, updated: 1, cards: 12}
  },
  {
    name: 'the templates of cards that are asked both ways, for one who never checks the database',
    upgrade: newTemplates,
    learner: ['--no-check'],
    before: bothWays,
    edit: (files) => files,
    expected: {new: 0, updated: 0, cards: 12}
  },
  {
    name: 'the highlighter alone: notes keep their old colours',
    upgrade: newHighlighter,
    edit: (files) => files,
    expected: {new: 0, updated: 0, cards: 9}
  },
  {
    name: 'the highlighter and every stamp',
    upgrade: newHighlighter,
    restamp: true,
    edit: (files) => files,
    expected: {new: 0, updated: 9, cards: 9}
  }
]
