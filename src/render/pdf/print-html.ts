import type {Browser, Page} from 'puppeteer'
import {refuseRequests} from '../refuse-requests.ts'
import {inspectPage} from './inspect/inspect-page.ts'
import type {PageFacts, PageQuestions} from './inspect/page-facts.ts'

/** What a print may be asked for. Tags and bookmarks double its time: only the last pass wants them. */
export interface PrintOptions {
  readonly tagged: boolean
  /** Asks the page about itself, too. */
  readonly inspect?: PageQuestions | undefined
}

/** A document on paper. */
export interface Print {
  /** They hold the time of printing until metadata are set. */
  readonly bytes: Uint8Array
  /** Where they were asked for. */
  readonly facts?: PageFacts
}

/**
 * Nothing but what the page brings along: fonts and pictures as data URIs, styles in line. Scripts are switched off besides,
 * and every request that gets this far is refused.
 */
const POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** Hides what is only printed from the screen: laid out for that too, 2,000 questions would take a quarter longer. */
const UNSEEN = '<style>@media screen{body{display:none!important}}</style>'

/** Loads fonts and pictures, whether seen or not, and waits for them. As text: it runs in the browser, whose types are not ours. */
const READY =
  'Promise.allSettled([...[...document.fonts].map((font) => font.load()), ...[...document.images].map((image) => image.decode())])'

/** Of no matter to paper. */
const VIEWPORT_HEIGHT_PX = 600

/** A page of the browser that is filled again for each print. */
interface Tab {
  readonly page: Promise<Page>
  /** Prints that are to come out of it. */
  waiting: number
  /** The last of them. */
  last: Promise<unknown>
}

/** Each has a process of its own; more than two want more cores than most machines have left. */
const MOST_TABS = 2

const tabs = new WeakMap<Browser, Tab[]>()

/** Longer pages are inspected in a tab of their own while they are printed: laid out for that too, on another core, they keep no print waiting. */
const LONG_CHARACTERS = 2_000_000

/** Prints an HTML document whose CSS says paper and margins. */
export async function printHtml(browser: Browser, html: string, {tagged, inspect}: PrintOptions): Promise<Print> {
  if (!inspect) return inTab(browser, async (page) => ({bytes: await printNow(page, html, tagged)}))
  if (html.length > LONG_CHARACTERS) {
    const printing = inTab(browser, (page) => printNow(page, html, tagged))
    const inspecting = inTab(browser, (page) => inspectNow(page, html, inspect))
    const [bytes, facts] = await Promise.all([printing, inspecting])
    return {bytes, facts}
  }
  return inTab(browser, async (page) => {
    const facts = await inspectNow(page, html, inspect)
    return {bytes: await toBytes(page, tagged), facts}
  })
}

function inTab<Result>(browser: Browser, work: (page: Page) => Promise<Result>): Promise<Result> {
  const tab = freeTab(browser)
  tab.waiting++
  const done = tab.last.then(async () => work(await tab.page)).finally(() => tab.waiting--)
  tab.last = done.catch(() => undefined)
  return done
}

/** A tab that waits for work, a new one where none does, else the one with the fewest prints to come. */
function freeTab(browser: Browser): Tab {
  const open = tabs.get(browser) ?? []
  tabs.set(browser, open)
  const [idlest] = open.toSorted((a, b) => a.waiting - b.waiting)
  if (idlest && (idlest.waiting === 0 || open.length === MOST_TABS)) return idlest
  const tab = {page: openPage(browser), waiting: 0, last: Promise.resolve()}
  open.push(tab)
  return tab
}

async function printNow(page: Page, html: string, tagged: boolean): Promise<Uint8Array> {
  await page.emulateMediaType()
  await show(page, html)
  return toBytes(page, tagged)
}

async function inspectNow(page: Page, html: string, inspect: PageQuestions): Promise<PageFacts> {
  await page.emulateMediaType('print') // What is asked of the page is asked of the paper.
  // As wide as the text on paper before the page is laid out, which then happens once.
  if (page.viewport()?.width !== inspect.widthPx) await page.setViewport({width: inspect.widthPx, height: VIEWPORT_HEIGHT_PX})
  await show(page, html)
  return page.evaluate(inspectPage, inspect)
}

async function show(page: Page, html: string): Promise<void> {
  // In front of everything, so that no template can leave it out; the parser puts it into the head and merges the rest.
  const document = html.replace(
    /^\s*(?:<!doctype html>)?/i,
    () => `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">${UNSEEN}`
  )
  await page.setContent(document, {waitUntil: 'load', timeout: 0})
  await page.evaluate(READY)
}

function toBytes(page: Page, tagged: boolean): Promise<Uint8Array> {
  return page.pdf({preferCSSPageSize: true, printBackground: true, tagged, outline: tagged, timeout: 0, waitForFonts: false})
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await refuseRequests(page)
  return page
}
