/**
 * How long the package takes beyond what any writer needs: rows into SQLite and bytes into a zip. Both write the same notes, whose fields
 * are rendered beforehand, in turn, in one process. Prints medians of processor time, which other work on the
 * machine disturbs less than wall time; `node bench/anki-writer.ts 10000 5` sets notes and rounds. `bench/anki-media.ts` has pictures.
 */
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {DatabaseSync} from 'node:sqlite'
import {toApkg} from '../src/render/anki/apkg.ts'
import {decksOf} from '../src/render/anki/deck.ts'
import {guid} from '../src/render/anki/guid.ts'
import {loadModels} from '../src/render/anki/load-models.ts'
import type {Note} from '../src/render/anki/note.ts'
import {questionNotetype} from '../src/render/anki/notetype.ts'
import {schema} from '../src/render/anki/schema.ts'

/** The zip library that the container uses. */
const JSZip = createRequire(createRequire(import.meta.url).resolve('anki-apkg-export'))('jszip')

const [count = 10_000, rounds = 5] = process.argv.slice(2).map(Number)
const decks = decksOf({deck: 'Bench', title: 'Bench', dateSeconds: 1_767_225_600})
const models = await loadModels((url) => readFile(url))
const notes = Array.from({length: count}, (_, index) => note(index))

const floor: number[] = []
const ours: number[] = []
for (let round = 0; round < rounds; round++) {
  floor.push(await seconds(bare))
  ours.push(await seconds(() => toApkg({models, decks, notes}, new Map())))
}
const ratio = median(ours) / median(floor)
process.stdout.write(
  `${count} notes: bare ${median(floor).toFixed(2)} s, cardpress ${median(ours).toFixed(2)} s, ratio ${ratio.toFixed(2)}\n`
)

/** About 470 bytes of answer with some code, never the same twice. */
function note(index: number): Note {
  const answer = `<p>Answer ${index} says ${'what a reader wants to know, '.repeat(10)}and ends.</p>\n<pre><code>call(${index});\nreturn ${index * 7}\n</code></pre>`
  const fields = [`What is question ${index} about?`, answer, '', 'Section', '', `L${index}`, '', `{"card":"${index}"}`, '', '', '']
  const tags = ['cardpress::bench::Section']
  return {guid: guid('bench', `${index}`, 'standard'), notetype: questionNotetype, fields, tags, modSeconds: 1_767_225_600, ords: [0]}
}

/** The least that any writer does: prepared inserts in one transaction, then two entries of a zip. */
function bare(): Promise<Uint8Array> {
  const db = new DatabaseSync(':memory:')
  db.exec(`${schema} begin`)
  const insertNote = db.prepare('insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)')
  const insertCard = db.prepare('insert into cards values (?, ?, 1, 0, 0, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)')
  for (const [index, {guid, tags, fields}] of notes.entries()) {
    insertNote.run(index, guid, 1, 0, tags.join(' '), fields.join('\u001f'), fields[0] ?? '', 0, '')
    insertCard.run(index, index, index, '')
  }
  db.exec('commit')
  const bytes = db.serialize()
  db.close()
  const zip = new JSZip()
  zip.file('collection.anki2', bytes)
  zip.file('media', '{}')
  return zip.generateAsync({type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: {level: 6}})
}

async function seconds(work: () => unknown): Promise<number> {
  const started = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(started)
  return (user + system) / 1e6
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
