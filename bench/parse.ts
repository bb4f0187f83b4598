/*
 * npm run bench:parse [-- ROUNDS]
 *
 * Times the compiled package on notes of 775 and 12,000 cards that nobody wrote, on one core and on two, against what plain parsers need
 * for the same text in the same run, and writes its part of bench/RESULTS.md. Needs `taskset` (util-linux) to keep a process on one core.
 */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {countText} from '../src/report/count-text.ts'
import {type Measurement, measure, type Subject} from './measure.ts'
import {circumstances} from './to-results.ts'
import {writeNotes} from './write-notes.ts'
import {writeSection} from './write-section.ts'

interface Notes {
  readonly path: string
  readonly cards: number
  readonly megabytes: number
}

interface Row {
  readonly subject: Subject
  readonly notes: Notes
}

const [rounds = '3'] = process.argv.slice(2)
const top = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cardpress-bench-'))

try {
  const [one, small, large] = [1, 775, 12_000].map(toNotes) as [Notes, Notes, Notes]
  const rows: readonly Row[] = [
    toRow('cardpress cards --json', one, 1),
    ...[small, large].flatMap((notes) => [
      toRow('cardpress cards --json', notes, 1),
      toRow('cardpress cards --json', notes, 2),
      toRow('remark-parse, the tree only', notes, 1),
      toRow('markdown-it, tokens only', notes, 1)
    ]),
    toRow('cardpress check', large, 2),
    toRow('cardpress --anki --csv', large, 2)
  ]
  const measurements = measure(
    rows.map(({subject}) => subject),
    Number(rounds),
    folder,
    0 // Most run for seconds: a cold cache of files is nothing beside that.
  )
  const results = toText(rows, measurements)
  writeSection('Long files', results)
  process.stdout.write(results)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function toNotes(cards: number): Notes {
  const text = writeNotes(cards)
  // A folder each: a lock beside the notes is for all files of its folder.
  mkdirSync(join(folder, `${cards}`))
  const path = join(`${cards}`, 'notes.md')
  writeFileSync(join(folder, path), text)
  return {path, cards, megabytes: Buffer.byteLength(text) / 1e6}
}

function toRow(what: string, notes: Notes, cores: 1 | 2): Row {
  const args = [...['--import', join(top, 'bench/usage.js')], ...programOf(what, notes)]
  const name = `${what}, ${countText(notes.cards, 'card')}, ${cores === 1 ? 'one core' : 'two cores'}`
  return {notes, subject: {name, command: 'taskset', args: ['-c', cores === 1 ? '0' : '0,1', process.execPath, ...args]}}
}

/** The program and its arguments: of cardpress what it says, of a plain parser its name. */
function programOf(what: string, {path}: Notes): readonly string[] {
  const [command = '', ...options] = what.replace(/,.*/, '').split(' ')
  if (command !== 'cardpress') return [join(top, 'bench/parse-plainly.js'), command, path]
  const [first = ''] = options
  const ordered = first.startsWith('-') ? [path, ...options] : [first, path, ...options.slice(1)]
  return [join(top, 'bin/cardpress.cjs'), ...ordered]
}

function toText(rows: readonly Row[], measurements: readonly Measurement[]): string {
  const found = rows.map(({subject, notes}) => {
    const {medianSeconds = Number.NaN, usage} = measurements.find(({name}) => name === subject.name) ?? {}
    return {name: subject.name, notes, seconds: medianSeconds, processor: usage?.processorSeconds ?? Number.NaN, peak: usage?.peakMebibytes}
  })
  const costOf = (start: string, {cards}: Notes) =>
    found.find(({name, notes}) => notes.cards === cards && name.startsWith(start))?.processor ?? Number.NaN
  const lines = found.map(({name, notes, seconds, processor, peak}) =>
    [
      name,
      ...[seconds, processor].map((value) => value.toFixed(2)),
      notes.cards === 1 ? '' : (processor / notes.megabytes).toFixed(2),
      ...['remark-parse', 'markdown-it'].map((plain) => ratio(processor / costOf(plain, notes))),
      peak?.toFixed(0)
    ].join(' | ')
  )
  const [first, small, , , , large] = found
  const perMegabyte = (of: typeof first, less = 0) => ((of?.processor ?? Number.NaN) - less) / (of?.notes.megabytes ?? Number.NaN)
  const start = first?.processor ?? Number.NaN
  return `${circumstances({command: `npm run bench:parse -- ${rounds}`, date: new Date()})}

Whole processes from start to end, compiled package, notes as bench/write-notes.ts makes them; medians of ${countText(Number(rounds), 'round')} in turn, of
memory the highest. Ratios are of processor seconds: remark-parse with GitHub's extensions, math and front matter makes a tree
of syntax and markdown-it a list of tokens, neither looks for a question.

| process | s | processor s | per MB | to remark-parse | to markdown-it | peak MiB |
|---|--:|--:|--:|--:|--:|--:|
${lines.map((line) => `| ${line} |`).join('\n')}

A megabyte of ${large?.notes.cards} cards costs ${ratio(perMegabyte(large) / perMegabyte(small))} of what a megabyte of ${small?.notes.cards} costs; without the
start of the process, which the row of one card shows, ${ratio(perMegabyte(large, start) / perMegabyte(small, start))}.
`
}

function ratio(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : ''
}
