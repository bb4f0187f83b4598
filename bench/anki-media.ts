/**
 * Time and memory of a deck with many large pictures, from disk to disk: `node bench/anki-media.ts 100 4` writes a hundred of 4 MB.
 * Fields are rendered beforehand; reading, hashing and writing pictures is in the time, and the peak is that of the whole process.
 */
import {randomFillSync} from 'node:crypto'
import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Media} from '../src/guide/guide.ts'
import {readMedia} from '../src/read/read-media.ts'
import {toApkg} from '../src/render/anki/apkg.ts'
import {decksOf} from '../src/render/anki/deck.ts'
import {guid} from '../src/render/anki/guid.ts'
import {loadModels} from '../src/render/anki/load-models.ts'
import type {Note} from '../src/render/anki/note.ts'
import {questionNotetype} from '../src/render/anki/notetype.ts'
import {writeFiles} from '../src/write/write-files.ts'

const [count = 100, megabytes = 4] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'cardpress-bench-'))
try {
  const pixels = Buffer.alloc(megabytes * 1e6)
  for (let index = 0; index < count; index++) {
    randomFillSync(pixels).write('\x89PNG\r\n\x1a\n', 'latin1')
    writeFileSync(join(folder, `${index}.png`), pixels)
  }
  const models = await loadModels(async (url) => readFileSync(url))
  const started = performance.now()
  const media = new Map<string, Media>()
  const notes: Note[] = []
  for (let index = 0; index < count; index++) {
    const found = await readMedia(`${index}.png`, {folder, root: folder})
    if (!('mime' in found)) throw new Error(found.reason)
    media.set(`cp-${found.sha256.slice(0, 16)}.png`, found)
    notes.push(note(index, `<img src="cp-${found.sha256.slice(0, 16)}.png">`))
  }
  const decks = decksOf({deck: 'Bench', title: 'Bench', dateSeconds: 1_767_225_600})
  const path = join(folder, 'bench.apkg')
  await writeFiles([{path, ...(await toApkg({models, decks, notes}, media))}])
  const seconds = (performance.now() - started) / 1000
  const [size, peak] = [statSync(path).size / 1e6, process.resourceUsage().maxRSS / 1024]
  process.stdout.write(
    `${count} pictures of ${megabytes} MB: ${seconds.toFixed(2)} s, peak ${peak.toFixed(0)} MiB, package ${size.toFixed(0)} MB\n`
  )
} finally {
  rmSync(folder, {recursive: true})
}

function note(index: number, answer: string): Note {
  const fields = [`What is on picture ${index}?`, answer, '', '', '', `L${index}`, '', `{"card":"${index}"}`, '', '', '']
  return {guid: guid('bench', `${index}`, 'standard'), notetype: questionNotetype, fields, tags: [], modSeconds: 1_767_225_600, ords: [0]}
}
