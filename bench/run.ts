/*
 * npm run bench [-- FILE.md [ROUNDS]]
 *
 * Times whole processes of the compiled package against floors in the same run and writes bench/RESULTS.md.
 * Nothing here is asserted by a test: seconds belong to a machine, ratios to a run.
 */
import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {measure, type Subject} from './measure.ts'
import {toResults} from './to-results.ts'
import {writeFloor} from './write-floor.ts'
import {writeSection} from './write-section.ts'

const [source = 'source/kafka.md', rounds = '15'] = process.argv.slice(2)
const top = fileURLToPath(new URL('..', import.meta.url))
const cardpress = join(top, 'bin/cardpress.cjs')
const folder = mkdtempSync(join(tmpdir(), 'cardpress-bench-'))
const notes = basename(source)
const floor = 'floor: the same print by a bare script'

try {
  copyFileSync(source, join(folder, notes))
  await writeFloor(join(folder, notes), folder)
  const measurements = measure(subjects(), Number(rounds), folder)
  const results = toResults(measurements, floor, {
    command: `npm run bench -- ${source} ${rounds}`,
    date: new Date(),
    rounds: Number(rounds)
  })
  writeSection('One guide', results)
  process.stdout.write(results)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function subjects(): readonly Subject[] {
  const node = process.execPath
  return [
    {name: floor, command: node, args: [join(top, 'bench/floor.js'), 'launch.json', 'page.html', 'floor.pdf']},
    {name: 'cardpress, PDF + deck + CSV', command: node, args: [cardpress, notes]},
    {name: 'cardpress --pdf', command: node, args: [cardpress, notes, '--pdf']},
    {name: 'cardpress --anki', command: node, args: [cardpress, notes, '--anki']},
    {name: 'cardpress --csv', command: node, args: [cardpress, notes, '--csv']},
    {name: 'cardpress check', command: node, args: [cardpress, 'check', notes]},
    {name: 'node, an empty program', command: node, args: ['-e', '0']},
    // Not a dependency: measured where it is installed, `npm install -g md-to-pdf`.
    ...(spawnSync('md-to-pdf', ['--version']).status === 0 ? [{name: 'md-to-pdf, PDF only', command: 'md-to-pdf', args: [notes]}] : [])
  ]
}
