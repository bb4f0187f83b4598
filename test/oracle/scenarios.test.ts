import {execFileSync} from 'node:child_process'
import {hash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {posix} from 'node:path'
import {expect} from 'vitest'
import {emptyLock, type Lock} from '../../src/lock/lock.ts'
import {type BuildOptions, build} from '../../src/pipeline/build.ts'
import type {RemovedCard} from '../../src/pipeline/deck-diff.ts'
import {removedList} from '../../src/pipeline/removed-list.ts'
import {readBase} from '../../src/read/read-base.ts'
import {judgedBy} from '../support/judged-by.ts'
import {memoryHost} from '../support/memory-host.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {askAnki, askCore} from './anki/ask-anki.ts'
import {isAsked, newestCore, olderCores} from './anki/cores.ts'
import {repack} from './anki/repack.ts'
import {course, type Files, newTemplates, type Scenario, scenarios} from './scenarios.ts'

const test = judgedBy('anki')
const firstSeconds = 1_767_225_600 // 2026-01-01
const daySeconds = 86_400
const lockPath = '/in/cardpress.lock.json'
const asked = scenarios.filter(({quick}) => quick || process.env.CARDPRESS_FULL)

interface Release {
  readonly removed: readonly RemovedCard[]
  readonly decks: ReadonlyMap<string, Uint8Array>
  readonly lock: string
}

/** A whole build over files in memory. */
async function release(files: Files, seconds: number, lock: string | undefined, options: Partial<BuildOptions>): Promise<Release> {
  const initial = Object.entries({...files, ...(lock !== undefined && {'cardpress.lock.json': lock})})
  const memory = memoryHost(Object.fromEntries(initial.map(([path, text]) => [posix.join('/in', path), text])))
  const host = {
    ...memory,
    nowSeconds: seconds,
    sourceDate: async () => ({seconds: firstSeconds, isShallow: false}),
    readAsset: (url: URL) => readFile(url),
    // Names of pictures are made of hashes, and old importers are particular about them.
    readMedia: async (...args: Parameters<typeof memory.readMedia>) => {
      const media = await memory.readMedia(...args)
      return 'mime' in media ? {...media, sha256: hash('sha256', media.bytes)} : media
    }
  }
  const wanted: BuildOptions = {formats: ['anki'], layouts: [], paper: 'A4', csvFormat: 'anki', ...options}
  const {sources, removed} = await build(['/in'], wanted, host)
  expect(sources.flatMap(({file}) => file.messages.filter(({fatal}) => fatal === true).map(String))).toEqual([])
  const decks = [...memory.files].flatMap(([path, bytes]) =>
    path.endsWith('.apkg') ? [[path.slice('/out/'.length), Buffer.from(bytes)] as const] : []
  )
  return {removed, decks: new Map(decks), lock: String(memory.files.get(lockPath))}
}

async function baseOf({decks}: Release): Promise<Lock> {
  return readBase([await temporaryFolder(Object.fromEntries(decks))])
}

const cores = [newestCore, ...olderCores.filter(isAsked)]

const repackAll = (decks: readonly Uint8Array[], change: Parameters<typeof repack>[1] | undefined) =>
  change ? Promise.all(decks.map((deck) => repack(deck, change))) : decks

/** The folder of templates of an author. */
function themed(sheet: string | undefined): Pick<BuildOptions, 'templates'> {
  return sheet === undefined ? {} : {templates: {folder: 'mine', files: new Map([['anki/custom.css', sheet]]), css: ''}}
}

test.for(asked)('who has studied keeps all progress when the author changes $name', async (scenario: Scenario) => {
  const {
    before = course,
    edit,
    editAgain,
    lock = 'kept',
    restamp,
    flaw,
    upgrade,
    themes = [],
    laterSeconds = firstSeconds + daySeconds,
    imports = [1, 2],
    learner = [],
    inDialog = false,
    expected,
    differing = {}
  } = scenario
  const first = await release(before, firstSeconds, undefined, themed(themes[0]))
  const base = lock === 'from the deck' ? await baseOf(first) : emptyLock()
  const second = await release(edit(before), laterSeconds, lock === 'kept' ? first.lock : undefined, {base, restamp, ...themed(themes[1])})
  const third = editAgain && (await release(editAgain(edit(before)), laterSeconds + daySeconds, second.lock, themed(themes[1])))
  const releases = {
    1: await repackAll([...first.decks.values()], flaw),
    2: await repackAll([...second.decks.values()], upgrade),
    3: [...(third?.decks.values() ?? [])]
  }
  // Anki stored statistics of its tables when it checked the database; what it looks up then is found in another order.
  const later = await repackAll(releases[imports.includes(3) ? 3 : 2], newTemplates)
  const decks = [...imports.map((number) => releases[number]), later]
  const ahead = decks[0]?.length ?? 0
  const counts: Record<string, unknown> = {}
  const able = cores.filter(({hasDialog}) => hasDialog || !inDialog)
  for (const core of able) {
    const report = await askCore(core, 'import', decks.flat(), '--strict', '--study', '7', '--study-after', String(ahead), ...learner)
    const steps = report.steps.slice(ahead)
    counts[core.name] = {
      failures: report.failures.filter((failure) => !failure.endsWith('conflicting notes were skipped')),
      new: steps.reduce((sum, {log}) => sum + log.new, 0),
      updated: steps.reduce((sum, {log}) => sum + log.updated, 0),
      conflicting: steps.reduce((most, {log}) => Math.max(most, log.conflicting), 0),
      cards: steps.at(-1)?.cards,
      rescheduled: steps.flatMap(({scheduling}) => Object.keys(scheduling?.changed ?? {}))
    }
  }
  expect(counts).toEqual(
    Object.fromEntries(able.map(({name}) => [name, {failures: [], rescheduled: [], conflicting: 0, ...expected, ...differing[name]}]))
  )
})

test.for(cores)(
  'two branches add and edit questions, git merges notes and lock, and Anki ($name) takes the release of both after that of one',
  async (core) => {
    const first = await release(course, firstSeconds, undefined, {})
    const text = course['kafka.md'] ?? ''
    const ours = text
      .replace('A named log of records.', 'A log with a name.')
      .replace('## Groups', '### 4. What is an offset?\n\n**Answer:**\n\nA place in a log.\n\n## Groups')
    const theirs = `${text.replace('Consumers that share', 'Readers that share')}\n### 4. What is a rebalance?\n\n**Answer:**\n\nA new sharing out.\n`
    const [mine, other] = await Promise.all(
      [ours, theirs].map((kafka) => release({...course, 'kafka.md': kafka}, firstSeconds + daySeconds, first.lock, {}))
    )
    if (!mine || !other) throw new Error('Expected two releases')
    const merged = await release(
      {...course, 'kafka.md': await merge(ours, text, theirs)},
      firstSeconds + 2 * daySeconds,
      await merge(mine.lock, first.lock, other.lock),
      {}
    )
    const decks = [first, mine, merged].map(({decks}) => decks.get('kafka.apkg') ?? new Uint8Array())
    const {steps, failures} = await askCore(core, 'import', decks, '--strict', '--study', '6')
    expect([failures, ...steps.map(({log, scheduling}) => [log.new, log.updated, Object.keys(scheduling?.changed ?? {}).length])]).toEqual([
      [],
      [6, 0, 0],
      [1, 1, 0],
      [1, 1, 0]
    ])
  }
)

/** As git merges a file with `merge=union`. */
async function merge(ours: string, base: string, theirs: string): Promise<string> {
  const folder = await temporaryFolder({ours, base, theirs})
  return execFileSync('git', ['merge-file', '--union', '-p', 'ours', 'base', 'theirs'], {cwd: folder, encoding: 'utf8'})
}

test('the list of removed cards tags them in Anki and touches nothing else, and their search finds them', async () => {
  const first = await release(course, firstSeconds, undefined, {})
  const less = (course['kafka.md'] ?? '').replace(/### 2[\s\S]*?logs\.\n\n/, '')
  const second = await release({...course, 'kafka.md': less}, firstSeconds + daySeconds, first.lock, {})
  const list = removedList(second.removed)
  const deck = first.decks.get('kafka.apkg') ?? new Uint8Array()
  const {steps, failures} = await askAnki('csv', [deck, Buffer.from(list), Buffer.from(list)], '--strict', '--study', '6', '--dump')
  const tagged = steps.at(-1)?.dump?.notes.filter(({tags}) => tags.includes('cardpress::removed')) ?? []
  expect({
    failures,
    logs: steps.slice(1).map(({log}) => [log.new, log.updated, log.duplicate]),
    rescheduled: steps.flatMap(({scheduling}) => Object.keys(scheduling?.changed ?? {})),
    tagged: tagged.map(({fields}) => fields[0])
  }).toEqual({
    failures: [],
    logs: [
      [0, 1, 0],
      [0, 0, 1]
    ],
    rescheduled: [],
    tagged: ['What is a broker?']
  })
})
