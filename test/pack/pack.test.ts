import {copyFile, mkdir, readFile, symlink, writeFile} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import {contents} from '../support/folder-contents.ts'
import {isolates} from '../support/isolates.ts'
import {mainPath, runProcess} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const top = fileURLToPath(new URL('../..', import.meta.url))
const oddName = 'Käse & Brot (日本)'

beforeAll(async () => {
  expect(await runProcess('npm', ['run', '--silent', 'dist'], {cwd: top})).toMatchObject({code: 0})
})

test('the package holds the command, the library with its types, the templates and the licences, and nothing else', async () => {
  const {stdout} = await runProcess('npm', ['pack', '--dry-run', '--json'], {cwd: top})
  const paths = packed(stdout).files.map(({path}) => path)
  expect([...new Set(paths.map((path) => path.split('/')[0]))].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin',
    'dist',
    'package.json',
    'templates'
  ])
  expect(paths).toEqual(
    expect.arrayContaining(['bin/cardpress.cjs', 'dist/bundle/main.js', 'dist/bundle/licences.txt', 'dist/index.js', 'dist/index.d.ts'])
  )
})

test('the packed command makes the same bytes as the source, from a path with spaces and letters of many scripts', {
  timeout: 180_000
}, async () => {
  const cwd = await temporaryFolder({}, oddName)
  const command = await unpack(cwd)
  await buildWith(process.execPath, [mainPath], join(cwd, 'source'))
  await buildWith(process.execPath, [command], join(cwd, 'packed'))
  const expected = await contents(join(cwd, 'source'))
  expect(Object.keys(expected)).toEqual([
    'cardpress.lock.json',
    'kafka.md',
    'out/kafka.anki.csv',
    'out/kafka.apkg',
    'out/kafka.cheatsheet.pdf',
    'out/kafka.csv',
    'out/kafka.guide.pdf'
  ])
  expect(await contents(join(cwd, 'packed'))).toEqual(expected)
})

test.runIf(availableParallelism() > 1)('the packed command parses a long file with threads, which answer', {timeout: 300_000}, async () => {
  const cwd = await temporaryFolder({'notes.md': `# Notes\n\n${question.repeat(1_000)}`})
  const command = await unpack(cwd)
  const {code, stdout, stderr} = await runProcess(process.execPath, [`--import=${tellThreads}`, command, 'cards', 'notes.md'], {cwd})
  expect({code, threads: stderr}).toEqual({code: 0, threads: expect.stringMatching(/^[1-3] started, [1-9]\d* answers, 0 failed\n$/)})
  expect(stdout).toMatch(/^notes\.md {3}1000 cards\n/)
})

/** 1,000 characters and a few. */
const question = `## What is a topic?\n\n${'A log. '.repeat(140)}.\n\n`

/** A module that counts the threads of the program behind it, and what they say. */
const tellThreads = `data:text/javascript,${encodeURIComponent(`
  import {subscribe} from 'node:diagnostics_channel'
  import {isMainThread} from 'node:worker_threads'
  let [started, answers, failed] = [0, 0, 0]
  subscribe('worker_threads', ({worker}) => {
    started++
    worker.on('message', () => answers++)
    worker.on('error', () => failed++)
  })
  if (isMainThread) process.on('exit', () => process.stderr.write(started + ' started, ' + answers + ' answers, ' + failed + ' failed\\n'))
`)}`

test('an old Node gets one clear line', async () => {
  const older = `Object.defineProperty(process, 'versions', {value: {node: '20.11.1'}}); Object.defineProperty(process, 'version', {value: 'v20.11.1'})`
  expect(await runProcess(process.execPath, ['-e', `${older}; require('./bin/cardpress.cjs')`], {cwd: top})).toEqual({
    code: 3,
    stdout: '',
    stderr: 'cardpress needs Node 22.18 or later and this is v20.11.1; get one from https://nodejs.org\n'
  })
})

test.runIf(isolates('true'))('an installation that nobody can write makes the same files', {timeout: 300_000}, async () => {
  const cwd = await temporaryFolder({}, oddName)
  await unpack(cwd)
  await mkdir(join(cwd, 'notes'))
  await copyFile(join(top, 'source/kafka.md'), join(cwd, 'notes/kafka.md'))
  const build =
    'mount --bind package package && mount -o remount,ro,bind package && ! touch package/x 2>/dev/null && cd notes && exec "$0" ../package/bin/cardpress.cjs kafka.md'
  expect(await runProcess('unshare', ['-rm', 'sh', '-c', build, process.execPath], {cwd})).toMatchObject({code: 0, stderr: ''})
  expect(Object.keys(await contents(join(cwd, 'notes/out')))).toEqual(['kafka.apkg', 'kafka.cheatsheet.pdf', 'kafka.csv'])
})

test.runIf(process.env.CARDPRESS_FULL)('a home that is no folder to write in keeps nobody from printing', {timeout: 300_000}, async () => {
  const cwd = await temporaryFolder({})
  await copyFile(join(top, 'source/kafka.md'), join(cwd, 'kafka.md'))
  await mkdir(join(cwd, 'tmp'))
  const env = {HOME: join(cwd, 'kafka.md'), XDG_CACHE_HOME: undefined, TMPDIR: join(cwd, 'tmp')}
  expect(await runProcess(process.execPath, [mainPath, 'kafka.md', '--pdf'], {cwd, env})).toMatchObject({code: 0, stderr: ''})
  expect(Object.keys(await contents(join(cwd, 'out')))).toEqual(['kafka.cheatsheet.pdf'])
})

test.runIf(process.env.CARDPRESS_FULL)(
  'the installed package makes the same bytes on Node 22, 24 and 26, without a home and without a word of Node',
  {timeout: 600_000},
  async () => {
    const cwd = await temporaryFolder({}, oddName)
    const {stdout} = await runProcess('npm', ['pack', '--json', '--pack-destination', cwd], {cwd: top})
    await install(join(cwd, 'user'), join(cwd, packed(stdout).filename), '--ignore-scripts')
    const built: Record<string, unknown> = {}
    for (const version of ['22', '24', '26']) {
      await install(join(cwd, `node${version}`), `node@${version}`)
      const node = join(cwd, `node${version}/node_modules/.bin/node`)
      await buildWith(node, [join(cwd, 'user/node_modules/.bin/cardpress')], join(cwd, version))
      built[version] = await contents(join(cwd, version))
    }
    expect(built['22']).toEqual(built['24'])
    expect(built['26']).toEqual(built['24'])
  }
)

function packed(stdout: string): {filename: string; files: readonly {path: string}[]} {
  return JSON.parse(stdout)[0]
}

/** Unpacks the package as an installation would lie, with the dependencies of this checkout. */
async function unpack(folder: string): Promise<string> {
  const {stdout} = await runProcess('npm', ['pack', '--json', '--pack-destination', folder], {cwd: top})
  expect(await runProcess('tar', ['-xf', packed(stdout).filename], {cwd: folder})).toMatchObject({code: 0})
  await symlink(join(top, 'node_modules'), join(folder, 'package/node_modules'))
  return join(folder, 'package/bin/cardpress.cjs')
}

async function install(folder: string, what: string, ...flags: readonly string[]): Promise<void> {
  await mkdir(folder)
  const args = ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, ...flags, what]
  expect(await runProcess('npm', args, {cwd: folder})).toMatchObject({code: 0})
}

/** Builds everything of the Kafka guide, with a front matter, in a new folder: nothing but the outputs may differ, and nothing may be said of Node. */
async function buildWith(node: string, command: readonly string[], cwd: string): Promise<void> {
  await mkdir(cwd)
  const notes = await readFile(join(top, 'source/kafka.md'), 'utf8')
  await writeFile(join(cwd, 'kafka.md'), `---\ntitle: Apache Kafka\nauthor: The trainer\n---\n\n${notes}`)
  const args = ['kafka.md', '--pdf', '--anki', '--csv', '--layout', 'cheatsheet,guide', '--csv-format', 'both']
  const {code, stderr} = await runProcess(node, [...command, ...args], {cwd, env: {SOURCE_DATE_EPOCH: '1767225600', HOME: undefined}})
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
}
