import type {DatabaseSync} from 'node:sqlite'
import type JSZip from 'jszip'

/** Markdown and pictures by path below `/in`. */
export type Files = Readonly<Record<string, string>>

export interface Expected {
  /** Over all imports after the first. */
  readonly new: number
  readonly updated: number
  /** Left alone by one import because their note type has changed, at most. @default 0 */
  readonly conflicting?: number
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
  /** What another tool or an older version would have written into the packages of the first release. */
  readonly flaw?: (db: DatabaseSync) => void
  /** What a later version of cardpress would write otherwise into the packages of the second release. */
  readonly upgrade?: (db: DatabaseSync, zip: JSZip) => void
  /** Style sheets of a theme, one for each release. @default The stock look */
  readonly themes?: readonly [string, string]
  /** Seconds since 1970 of the second release. @default A day after the first */
  readonly laterSeconds?: number
  /** More flags for Anki. */
  readonly learner?: readonly string[]
  /** The learner chooses in the import dialog, which cores up to 2.1.66 do not have. @default false */
  readonly inDialog?: boolean
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

interface Model {
  readonly id: number
  readonly mod: number
  readonly css: string
  readonly flds: readonly {readonly id: number; readonly name: string; readonly ord: number}[]
  readonly tmpls: readonly {readonly qfmt: string; readonly afmt: string}[]
}

function changeModels(db: DatabaseSync, change: (model: Model) => Partial<Model>): void {
  const {models} = db.prepare('select models from col').get() ?? {}
  const changed = Object.values<Model>(JSON.parse(String(models))).map((model) => [model.id, {...model, ...change(model)}])
  db.prepare('update col set models = ?').run(JSON.stringify(Object.fromEntries(changed)))
}

/** Templates and styles as a later version could have them; the cards are the same. */
export function newTemplates(db: DatabaseSync): void {
  changeModels(db, ({mod, css, tmpls}) => ({
    mod: mod + 1,
    css: `${css}.new { color: red }`,
    tmpls: tmpls.map((template) => ({
      ...template,
      qfmt: template.qfmt.replace('<div class="page', '<div class="new page'),
      afmt: `${template.afmt}<p>new</p>`
    }))
  }))
}

/** What must never happen to our note types: here to learn what learners would get. */
function fieldMore(db: DatabaseSync): void {
  const field = {name: 'More', sticky: false, rtl: false, font: 'Arial', size: 20, media: []}
  changeModels(db, ({id, mod, flds}) => ({mod: mod + 1, flds: [...flds, {...field, id: id + 1, ord: flds.length}]}))
  db.exec('update notes set flds = flds || char(31)')
}

function fieldRenamed(db: DatabaseSync): void {
  changeModels(db, ({mod, flds}) => ({
    mod: mod + 1,
    flds: flds.map((field) => (field.name === 'Spare3' ? {...field, name: 'Third'} : field))
  }))
}

const endless: Files = {'streams.md': notes('Streams', {Streams: streams})}
const shorter: Scenario['edit'] = replace('streams.md', ['An endless', 'Endless'], ['The latest', 'Latest'], ['Two streams', 'Streams'])

/** Code coloured by other names; content, and with it the time of the note, is the same. */
function newHighlighter(db: DatabaseSync): void {
  const {changes} = db.prepare("update notes set flds = replace(flds, 'hljs-', 'hl-')").run()
  if (changes === 0) throw new Error('Expected notes in the deck')
}

const oneWay: Files = {'both.md': notes('Both', {Basics: basics, Streams: streams})}
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
    ...{before: endless, edit: shorter},
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
    name: 'the style, with the time of the old one: learners keep that',
    upgrade: (db) => changeModels(db, ({css}) => ({css: `${css}.new { color: red }`})),
    edit: (files) => files,
    expected: {new: 0, updated: 0, cards: 9}
  },
  {
    name: 'the templates of cards that are asked both ways, and an answer',
    ...{upgrade: newTemplates, before: bothWays},
    edit: replace('both.md', ['An endless table.', 'A table without an end.']),
    expected: {new: 0, updated: 1, cards: 12}
  },
  {
    name: 'the templates of cards that are asked both ways, for one who never checks the database',
    ...{upgrade: newTemplates, before: bothWays},
    learner: ['--no-check'],
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
  },
  {
    name: 'a look of its own, and an answer',
    themes: ['.question { color: red }', '.question { color: blue }'],
    edit: answer,
    expected: {new: 0, updated: 1, cards: 9}
  },
  {name: 'both directions', before: oneWay, edit: put(bothWays), expected: {new: 0, updated: 6, cards: 12}},
  {
    name: 'both directions into one: the second cards stay until the learner removes them',
    before: bothWays,
    edit: put(oneWay),
    expected: {new: 0, updated: 6, cards: 12}
  },
  {
    name: 'one gap for another: the old card stays until the learner removes it',
    before: cloze,
    edit: replace('gaps.md', ['{{c2::topics}}', '{{c3::topics}}']),
    expected: {new: 0, updated: 1, cards: 5}
  },
  {
    name: 'a picture under its old name, and what is asked of it',
    edit: replace('kafka.md', ['![A cluster]', 'This: ![A cluster]']),
    upgrade: (_, zip) => void zip.file('0', svg('two')),
    expected: {new: 0, updated: 1, cards: 9}
  },
  {
    name: 'an answer, after a first deck with times in milliseconds: it never arrives',
    flaw: (db) => db.exec('update notes set mod = mod * 1000'),
    edit: answer,
    expected: {new: 0, updated: 0, cards: 9}
  },
  {
    name: 'an answer twice, and the deck between them is imported last',
    imports: [1, 3, 2],
    edit: answer,
    editAgain: replace('kafka.md', ['keeps and serves', 'serves']),
    expected: {new: 0, updated: 1, cards: 9}
  },
  {
    name: 'an answer, for one who ticks learning progress',
    learner: ['--scheduling'],
    inDialog: true,
    edit: answer,
    expected: {new: 0, updated: 1, cards: 9}
  },
  {
    name: 'all answers of a file, of which the learner marked one and updates always',
    learner: ['--mark', '1', '--update-notes', 'always'],
    inDialog: true,
    ...{before: endless, edit: shorter},
    expected: {new: 0, updated: 3, cards: 3},
    // The time of import, which these store, is another one than that of the deck: the next import updates them all again.
    differing: {'23.10.1': {updated: 6}, '24.11': {updated: 6}}
  },
  {
    name: 'the name of a field, which is why names are frozen',
    upgrade: fieldRenamed,
    edit: answer,
    expected: {new: 0, updated: 1, cards: 9},
    // Up to 2.1.66 Anki knew fields by their names only; 23.10.1 makes each card of such a note type a second time.
    differing: {
      '2.1.54 (importer in Python)': {updated: 0},
      '2.1.54': {updated: 0, conflicting: 6},
      '2.1.66': {updated: 0, conflicting: 1},
      '23.10.1': {cards: 18}
    }
  },
  {
    name: 'a field more and an answer: notes are skipped',
    upgrade: fieldMore,
    edit: answer,
    expected: {new: 0, updated: 0, conflicting: 6, cards: 9},
    // The importer in Python tells of none; 2.1.66 counts only what it would have updated.
    differing: {'2.1.54 (importer in Python)': {conflicting: 0}, '2.1.66': {conflicting: 1}}
  },
  {
    name: 'a field more and an answer, for one who merges note types: the answer is lost',
    upgrade: fieldMore,
    learner: ['--merge'],
    inDialog: true,
    edit: answer,
    expected: {new: 0, updated: 0, cards: 9}
  }
]
