/*
 * npm run bench:anki
 *
 * Times the writer of decks alone, fields rendered beforehand, each bench in a process of its own, and writes its part of bench/RESULTS.md.
 */
import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {circumstances} from './to-results.ts'
import {writeSection} from './write-section.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const benches = [
  ['anki-writer.ts', '10000', '7'],
  ['anki-writer.ts', '100000', '3'],
  ['anki-media.ts', '100', '4']
] as const

const lines = benches.map(([file, ...sizes]) => execFileSync(process.execPath, [join(here, file), ...sizes], {encoding: 'utf8'}).trim())
const results = `${circumstances({command: 'npm run bench:anki', date: new Date()})}

Seconds of processor time for notes: rows by \`node:sqlite\` and JSZip at level 6 (bare), and our writer, in turn in one process; the
median. Pictures from disk to disk, by the clock. Wanted: 10,000 notes at most 2.2 times the bare writer, 100,000 at most 1.7; 100
pictures of 4 MB in at most 5 s and 400 MB.

${lines.map((line) => `- ${line}`).join('\n')}
`
writeSection('Decks', results)
process.stdout.write(results)
