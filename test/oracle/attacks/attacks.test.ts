import {readFile, symlink, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {fileURLToPath} from 'node:url'
import {expect, onTestFinished, test} from 'vitest'
import {readDeck} from '../../../src/read/read-deck.ts'
import {launchBrowser} from '../../../src/render/pdf/browser/launch-browser.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress, runProcess} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {attacks} from './attacks.ts'

const secretWord = 'zanzibar-secret-4711'
const run = 'top.pwned=(top.pwned||0)+1'

/** An address that counts who comes. */
async function startCanary(): Promise<{address: string; visits: string[]}> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const {port} = server.address() as AddressInfo
  return {address: `http://127.0.0.1:${port}`, visits}
}

/** A folder with one guide of all attacks, in answers and in questions, beside a secret that lies outside of the readable root. */
async function attackFolder(address: string): Promise<{cwd: string; notes: string}> {
  const cwd = await temporaryFolder({
    'secret.txt': secretWord,
    'notes/evil.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"><script>${run}</script><text y="9">evil</text></svg>`,
    'notes/loads.svg': `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="${address}/svg.png"/><style>@import "${address}/svg.css";</style></svg>`
  })
  const secret = join(cwd, 'secret.txt')
  await symlink(secret, join(cwd, 'notes', 'linked.png'))
  const fill = (markdown: string) => markdown.replaceAll('WEB', address).replaceAll('SECRET', secret).replaceAll('RUN', run)
  const cards = attacks.flatMap(({name, markdown}, index) => [
    `## ${2 * index + 1}. What of ${name}?\n\n**Answer:**\n\nbefore ${name}\n\n${fill(markdown)}\n\nafter ${name}\n`,
    `## ${2 * index + 2}. Why ${name} and ${/\n/.test(markdown) ? 'more' : fill(markdown)}?\n\n**Answer:**\n\nBecause.\n`
  ])
  await writeFile(join(cwd, 'notes', 'attacks.md'), `# Attacks\n\n${cards.join('\n')}`)
  return {cwd, notes: join(cwd, 'notes')}
}

/** The fields of all notes of a deck. */
async function fieldsOf(apkg: string): Promise<string[]> {
  const {default: JSZip} = await import('jszip')
  const zip = await JSZip.loadAsync(await readFile(apkg))
  const file = zip.file('collection.anki2')
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'collection.anki2'), file ? await file.async('uint8array') : '')
  const database = new DatabaseSync(join(folder, 'collection.anki2'))
  onTestFinished(() => database.close())
  return database
    .prepare('select flds from notes')
    .all()
    .map(({flds}) => String(flds))
}

/** The pictures of a deck that we drew: without files of the notes, which only an `<img>` shows, and which it leaves dead. */
async function drawingsOf(apkg: string, notes: string): Promise<string[]> {
  const {media} = await readDeck(await readFile(apkg))
  const files = await Promise.all(['evil.svg', 'loads.svg'].map((name) => readFile(join(notes, name), 'utf8')))
  const names = (await fieldsOf(apkg)).flatMap((field) => field.match(/cp-[\da-f]{16}\.svg/g) ?? [])
  const pictures = [...new Set(names)].map((name) => Buffer.from(media(name) ?? []).toString('utf8'))
  return pictures.filter((svg) => !files.includes(svg))
}

/** Shows each piece of HTML as Anki's web view does, scripts allowed, and counts what ran and what was asked for. */
async function show(pieces: readonly string[]): Promise<{ran: number; requests: string[]}> {
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const requests: string[] = []
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(?:about|data):/.test(url)) requests.push(url)
    void (url.startsWith('about:') ? request.continue() : request.abort())
  })
  page.on('dialog', (dialog) => void dialog.dismiss())
  let ran = 0
  for (const piece of pieces) {
    await page.setContent(`<body class="card">${piece}</body>`, {waitUntil: 'domcontentloaded'})
    // Broken pictures tell a moment later. A page that was led away has lost its context: that counts as run.
    const found = page.evaluate(
      'new Promise((resolve) => setTimeout(resolve, 20)).then(() => { const ran = top.pwned || 0; top.pwned = 0; return ran })'
    )
    ran += await found.then(Number, () => 1)
  }
  return {ran, requests}
}

test('there are at least 60 attacks', () => {
  expect(new Set(attacks.map(({name}) => name)).size).toBeGreaterThanOrEqual(60)
})

test('attacks on every output: nothing runs, nothing leaks, nothing calls home', {timeout: 300_000}, async () => {
  const {address, visits} = await startCanary()
  const {cwd} = await attackFolder(address)
  const {code, stderr} = await runCardpress(['notes', '--layout', 'cheatsheet,guide', '--csv-format', 'both', '--all'], {cwd})
  expect({code, bugs: /A bug in cardpress.*/.exec(stderr)}).toEqual({code: 0, bugs: null})
  expect(stderr).toContain('outside-root')
  expect(stderr).not.toContain(secretWord)

  const fields = await fieldsOf(join(cwd, 'out', 'attacks.apkg'))
  expect(fields.length).toBeGreaterThan(1.9 * attacks.length)
  const drawings = await drawingsOf(join(cwd, 'out', 'attacks.apkg'), join(cwd, 'notes'))
  expect(drawings.length).toBeGreaterThan(5)

  const csv = await readFile(join(cwd, 'out', 'attacks.csv'), 'utf8')
  const ankiCsv = await readFile(join(cwd, 'out', 'attacks.anki.csv'), 'utf8')
  for (const text of [...fields, csv, ankiCsv]) expect(text).not.toContain(secretWord)
  for (const cell of csv.split(/,(?=")|\r\n/)) expect(cell).not.toMatch(/^"?[=+@]/)

  const seen = await show([...fields.map((field) => field.replaceAll('\x1f', '<hr>')), ...drawings])
  // Pictures of the deck are asked for by their media name, relative to nothing here; all else would be a leak.
  expect({...seen, requests: seen.requests.filter((url) => !/^cp-[\da-f]+\.\w+$/.test(url)), visits}).toEqual({
    ran: 0,
    requests: [],
    visits: []
  })
})

test('attacks call nobody with --fetch either: it fetches pictures, and none from this machine', async () => {
  const {address, visits} = await startCanary()
  const {cwd} = await attackFolder(address)
  const {code, stderr} = await runCardpress(['notes', '--anki', '--csv', '--all', '--fetch'], {cwd})
  expect({code, visits}).toEqual({code: 0, visits: []})
  expect(stderr).toContain('Unexpected address 127.0.0.1, which is not public,')
  for (const field of await fieldsOf(join(cwd, 'out', 'attacks.apkg'))) expect(field).not.toContain(secretWord)
})

test('the trap springs: shown raw, the same attacks run and call home', {timeout: 300_000}, async () => {
  const fill = (markdown: string) =>
    markdown.replaceAll('WEB', 'http://127.0.0.1:9').replaceAll('SECRET', '/etc/hostname').replaceAll('RUN', run)
  const {ran, requests} = await show(attacks.map(({markdown}) => fill(markdown)))
  expect(ran).toBeGreaterThan(10)
  expect(requests.length).toBeGreaterThan(10)
})

judgedBy('poppler')('print shows attacks as text or not at all, and no word around them is lost', {timeout: 300_000}, async () => {
  const {address, visits} = await startCanary()
  const {cwd} = await attackFolder(address)
  await runCardpress(['notes', '--pdf', '--layout', 'guide', '--quiet'], {cwd})
  const {stdout} = await runProcess('pdftotext', ['-layout', join(cwd, 'out', 'attacks.guide.pdf'), '-'], {cwd})
  const words = stdout.replace(/\s+/g, ' ')
  expect(words).not.toContain(secretWord)
  expect(visits).toEqual([])
  const lost = attacks.filter(({name}) => !words.includes(`before ${name}`) || !words.includes(`after ${name}`))
  expect(lost.map(({name}) => name)).toEqual(['script never closed'])
})

judgedBy('anki')('the real Anki renders the attacks without a fault', {timeout: 300_000}, async () => {
  const {address} = await startCanary()
  const {cwd} = await attackFolder(address)
  await runCardpress(['notes', '--anki', '--quiet'], {cwd})
  const {ankiPython} = await import('../../support/judged-by.ts')
  const oracle = fileURLToPath(new URL('../anki/anki_oracle.py', import.meta.url))
  const {code, stdout} = await runProcess(
    ankiPython,
    [oracle, 'render', join(cwd, 'out', 'attacks.apkg'), '--strict', '--expect', 'problems=0'],
    {cwd}
  )
  expect({code, problems: code === 0 ? [] : stdout.slice(-2000)}).toEqual({code: 0, problems: []})
})
