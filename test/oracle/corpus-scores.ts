/*
 * node test/oracle/corpus-scores.ts CORPUS
 *
 * Reads every file of a corpus of gold cards with the command line, has the corpus' own evaluate.py score them and compares
 * with the floors below. Prints the overall line and what fell short, no misses of single files: a set that is held out stays so.
 */
import {spawnSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

type Scores = Readonly<Record<string, number | null>>

interface Report {
  readonly files: readonly ({
    readonly file: string
    readonly style: string
    readonly counts: {readonly gold: number; readonly predicted: number}
  } & Scores)[]
  readonly overall: Scores
}

const floors: Readonly<Record<string, number>> = {
  recall: 0.99,
  precision: 0.99,
  answer_both: 0.97,
  section: 0.97,
  kind: 0.97,
  question_end: 0.97
}

const largeFileFloors = {recall: 0.95, precision: 0.95} as const

const [corpus = '../shared/corpus'] = process.argv.slice(2)
const top = fileURLToPath(new URL('../..', import.meta.url))
const predictions = join(top, '.cache/corpus')
rmSync(predictions, {recursive: true, force: true})
// Exit code 1 says that some input has errors, as in any collection of other people's files; the scores are what counts here.
run(process.execPath, [join(top, 'src/cli/main.ts'), 'cards', corpus, '--json', '--quiet', '--out', predictions], [0, 1])
const report: Report = JSON.parse(run('python3', [join(corpus, 'evaluate.py'), corpus, predictions, '--json'], [0]))

const shortfalls = [
  ...below('overall', report.overall, floors),
  ...report.files.filter(({file}) => file.startsWith('kafka-notebook/')).flatMap((file) => below(file.file, file, ones(file))),
  ...count('files of 20 or more cards under 0.95', (file) => file.counts.gold >= 20 && below('', file, largeFileFloors).length > 0),
  ...count('files that ask nothing and got cards', ({style, counts}) => style.startsWith('negative') && counts.predicted > 0)
]
const shown = Object.entries(report.overall).filter(([, value]) => typeof value === 'number')
process.stdout.write(`corpus  ${shown.map(([name, value]) => `${name} ${value?.toFixed(4)}`).join('  ')}\n`)
for (const shortfall of shortfalls) process.stdout.write(`short   ${shortfall}\n`)
process.exitCode = shortfalls.length === 0 ? 0 : 1

function below(name: string, scores: Scores, wanted: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(wanted)
    .filter(([column, floor]) => (scores[column] ?? floor) < floor)
    .map(([column, floor]) => `${name}: ${column} ${scores[column]}, expected ${floor} or more`)
}

/** How many files, not which: see above. */
function count(what: string, isShort: (file: Report['files'][number]) => boolean): readonly string[] {
  const files = report.files.filter(isShort).length
  return files === 0 ? [] : [`${what}: ${files}`]
}

function ones(scores: object): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(scores).flatMap(([column, value]) => (typeof value === 'number' || value === null ? [[column, 1]] : []))
  )
}

function run(command: string, args: readonly string[], codes: readonly number[]): string {
  const {status, stdout, stderr, error} = spawnSync(command, args, {encoding: 'utf8', maxBuffer: 2 ** 28})
  if (status === null || !codes.includes(status))
    throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stderr}`, {cause: error})
  return stdout
}
