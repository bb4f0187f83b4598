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

/** Waits in the page for fonts and pictures. As text: it runs in the browser, whose types are not ours. */
const READY = 'document.fonts.ready.then(() => Promise.allSettled([...document.images].map((image) => image.decode())))'

/** Of no matter to paper. */
const VIEWPORT_HEIGHT_PX = 600

/** The one page of each browser, and the print it is busy with: printing takes turns. */
const pages = new WeakMap<Browser, Promise<Page>>()
const turns = new WeakMap<Browser, Promise<unknown>>()

/** Prints an HTML document whose CSS says paper and margins. */
export function printHtml(browser: Browser, html: string, options: PrintOptions): Promise<Print> {
  const before = turns.get(browser) ?? Promise.resolve()
  const print = before.then(() => printNow(browser, html, options))
  turns.set(
    browser,
    print.catch(() => undefined)
  )
  return print
}

async function printNow(browser: Browser, html: string, {tagged, inspect}: PrintOptions): Promise<Print> {
  const page = await pageOf(browser)
  // As wide as the text on paper before the page is laid out, which then happens once.
  if (inspect && page.viewport()?.width !== inspect.widthPx) await page.setViewport({width: inspect.widthPx, height: VIEWPORT_HEIGHT_PX})
  // In front of everything, so that no template can leave it out; the parser puts it into the head and merges the rest.
  const document = html.replace(
    /^\s*(?:<!doctype html>)?/i,
    () => `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">`
  )
  await page.setContent(document, {waitUntil: 'load', timeout: 0})
  await page.evaluate(READY)
  const facts = inspect && (await page.evaluate(inspectPage, inspect))
  const bytes = await page.pdf({preferCSSPageSize: true, printBackground: true, tagged, outline: tagged, timeout: 0, waitForFonts: false})
  return {bytes, ...(facts && {facts})}
}

function pageOf(browser: Browser): Promise<Page> {
  const known = pages.get(browser)
  if (known) return known
  const opening = openPage(browser)
  pages.set(browser, opening)
  return opening
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.emulateMediaType('print') // What is asked of the page is asked of the paper.
  await refuseRequests(page)
  return page
}
