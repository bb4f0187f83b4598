/*
 * npm run bench:print [-- ROUNDS]
 *
 * Long sheets and many guides: whole processes of the compiled package against bare prints of the same HTML, md-to-pdf and Typst, in turn.
 * Writes sections of bench/RESULTS.md. The two tools are no dependencies; where they are missing their rows are left out. Get them by
 *   npm install --prefix .cache/md-to-pdf --ignore-scripts md-to-pdf
 *   python3 -m venv .cache/typst && .cache/typst/bin/pip install typst
 */
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {toGuide} from '../src/pipeline/to-guide.ts'
import {measure, type Subject} from './measure.ts'
import {toResults} from './to-results.ts'
import {toTypst} from './to-typst.ts'
import {writeFloor} from './write-floor.ts'
import {writeNotes} from './write-notes.ts'
import {writeSection} from './write-section.ts'

const QUESTIONS = 2000
const GUIDES = 10
const rounds = Number(process.argv[2] ?? 5)
const top = fileURLToPath(new URL('..', import.meta.url))
const cardpress = join(top, 'bin/cardpress.cjs')
const mdToPdf = join(top, '.cache/md-to-pdf/node_modules/.bin/md-to-pdf')
const typst = join(top, '.cache/typst/bin/python')
const folder = mkdtempSync(join(tmpdir(), 'cardpress-bench-'))

try {
  const seed = readFileSync(join(top, 'source/kafka.md'), 'utf8')
  await oneGuide('The seed cheat sheet', seed)
  await oneGuide(`${QUESTIONS.toLocaleString('en')} questions in three columns, bookmarks, PDF/UA-1`, writeNotes(QUESTIONS))
  manyGuides(seed)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

/** One guide against the print of the same HTML, and against other tools on the same text. */
async function oneGuide(title: string, notes: string): Promise<void> {
  const cwd = mkdtempSync(join(folder, 'notes-'))
  writeFileSync(join(cwd, 'notes.md'), notes)
  await writeFloor(join(cwd, 'notes.md'), cwd)
  const {guide} = await toGuide(notes, {dateSeconds: 0, path: 'notes.md'})
  if (!guide) throw new Error('Expected questions in the notes')
  writeFileSync(join(cwd, 'notes.typ'), toTypst(guide))
  const floor = 'floor: the same HTML tagged by a bare script'
  const {executablePath, args} = JSON.parse(readFileSync(join(cwd, 'launch.json'), 'utf8'))
  const launch = JSON.stringify({executablePath, args: args.filter((arg: string) => arg.startsWith('--'))})
  const compile = 'import typst; typst.compile("notes.typ", output="typst.pdf", pdf_standards=["ua-1"], timestamp=0)'
  const subjects: readonly Subject[] = [
    {name: floor, command: process.execPath, args: [join(top, 'bench/floor.js'), 'launch.json', 'page.html', 'floor.pdf']},
    {name: 'cardpress --pdf', command: process.execPath, args: [cardpress, 'notes.md', '--pdf']},
    ...(existsSync(mdToPdf)
      ? [
          {
            name: 'md-to-pdf, one column, no tags asked for',
            command: process.execPath,
            args: [mdToPdf, 'notes.md', '--launch-options', launch]
          }
        ]
      : []),
    ...(existsSync(typst) ? [{name: 'Typst from PyPI, three columns, PDF/UA-1', command: typst, args: ['-c', compile]}] : [])
  ]
  tell(title, subjects, floor, cwd)
}

/** Many guides in one run against one. */
function manyGuides(seed: string): void {
  const cwd = mkdtempSync(join(folder, 'guides-'))
  mkdirSync(join(cwd, 'notes'))
  for (let number = 1; number <= GUIDES; number++)
    writeFileSync(join(cwd, `notes/guide-${number}.md`), seed.replace(/^# .*$/m, `# Kafka ${number}`))
  const build = (name: string, path: string): Subject => ({name, command: process.execPath, args: [cardpress, path, '--pdf']})
  const one = 'cardpress --pdf, one guide'
  // All first, for the lock to know them.
  tell(`${GUIDES} guides`, [build(`cardpress --pdf, ${GUIDES} guides in one run`, 'notes'), build(one, 'notes/guide-1.md')], one, cwd)
}

function tell(title: string, subjects: readonly Subject[], floor: string, cwd: string): void {
  const run = {command: `npm run bench:print -- ${rounds}`, date: new Date(), rounds}
  const results = toResults(measure(subjects, rounds, cwd), floor, run)
  writeSection(title, results)
  process.stdout.write(`${title}\n\n${results}\n`)
}
