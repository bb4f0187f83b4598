import type {Browser, Page} from 'puppeteer'
import {sanitiseSvg} from '../html/sanitise-svg.ts'
import {refuseRequests} from '../refuse-requests.ts'
import {drawInPage, fontFamily, setUpPage} from './draw-in-page.ts'

/** A diagram as a picture, or why there is none. */
export type Drawing =
  | {readonly svg: string}
  /** `line`: in the text of the diagram, from 1, where that is known. */
  | {readonly fault: string; readonly line?: number}

export interface DrawTools {
  /** Mermaid's bundle for browsers. */
  readonly script: string
  /** `@font-face` rules with fonts as data URIs: of all that diagrams may need, and of what one of them shows. */
  readonly fonts: (text: string, cuts?: ReadonlySet<string>) => Promise<string>
}

/** A layout that takes longer is one that nobody waits for, or an attack. */
const mostMs = 20_000

/** The page brings its fonts along and loads nothing; scripts come from outside of it, which the policy does not hold. */
const policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * Some kinds of diagram name a font of their own, which would be the machine's. Inside of pictures Chromium writes the joined letters of
 * "after" as one that no reader knows (PDF/UA-1, 7.21.7).
 */
const textStyle = [
  `text,tspan{font-family:${fontFamily}!important;font-variant-ligatures:none}`,
  // Mermaid 11 begins the label of a round node of a mind map at its middle. Remove when it doesn't.
  '.mindmap-node>circle~.label text{text-anchor:middle}'
].join('')

/**
 * Draws diagrams of mermaid one after the other, each as if it were alone: same text, same picture. Their text is anybody's: mermaid
 * runs in strict mode in a page without a network, what it makes is made safe again, and a picture that would lose by that is not taken.
 *
 * @returns A drawing for each text, in order.
 */
export async function drawDiagrams(browser: Browser, texts: readonly string[], tools: DrawTools): Promise<readonly Drawing[]> {
  const css = await tools.fonts(texts.join('\n'))
  const drawings: Drawing[] = []
  let page: Page | undefined
  for (const text of texts) {
    page ??= await openPage(browser, tools.script, css)
    const drawn = await inTime(page.evaluate(`(${drawInPage})(${JSON.stringify(text)})`) as Promise<RawDrawing>)
    drawings.push(drawn ? await toDrawing(drawn, tools) : {fault: `It takes longer than ${mostMs / 1000} seconds to draw.`})
    if (drawn) continue
    await page.close().catch(() => undefined)
    page = undefined
  }
  await page?.close()
  return drawings
}

/** What comes from the page: to be looked at like anything else from outside. */
type RawDrawing =
  | {readonly svg: string; readonly words: string; readonly cuts: readonly string[]}
  | {readonly fault: string; readonly line?: number | null}

async function openPage(browser: Browser, script: string, css: string): Promise<Page> {
  const page = await browser.newPage()
  await refuseRequests(page)
  await page.setContent(
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${css} ${textStyle}</style><body></body>`
  )
  await page.evaluate(setUpPage.before)
  await page.evaluate(script)
  await page.evaluate(setUpPage.after)
  return page
}

async function toDrawing(raw: RawDrawing, {fonts}: DrawTools): Promise<Drawing> {
  if ('fault' in raw) return {fault: oneLine(raw.fault), ...(raw.line && {line: raw.line})}
  const safe = await sanitiseSvg(raw.svg)
  if (!safe) return {fault: 'It draws nothing.'}
  if (safe.lost.length > 0) return {fault: `A picture can't have its ${safe.lost.join(', ')}.`}
  const css = await fonts(raw.words, new Set(raw.cuts))
  const style = `<style>${css}${textStyle}</style>`
  return {svg: safe.svg.replace(/<svg\b[^>]*[^/]>/, (tag) => tag + style)}
}

function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const {promise: late, resolve} = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), mostMs)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
}
