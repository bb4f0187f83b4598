import {readFileSync, writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import type {Browser} from 'puppeteer'
import {VFile} from 'vfile'
import {toGuide} from '../src/pipeline/to-guide.ts'
import {launchBrowser} from '../src/render/pdf/browser/launch-browser.ts'
import {renderers} from '../src/render/renderers.ts'

/** Writes what bench/floor.js needs into a folder: launch.json, how we start the browser, and page.html, the sheet as we print it. */
export async function writeFloor(source: string, folder: string): Promise<void> {
  const {guide} = await toGuide(readFileSync(source, 'utf8'), {dateSeconds: 0, path: basename(source)})
  if (!guide) throw new Error(`Expected questions in ${source}`)
  const browser = await launchBrowser()
  try {
    writeFileSync(join(folder, 'launch.json'), JSON.stringify(await launchOptions(browser)))
    const shown = listen(browser)
    const pdf = await renderers.pdf()
    await pdf.render(guide, {
      options: {layouts: ['cheatsheet'], paper: 'A4', csvFormat: 'sheet'},
      file: new VFile({path: source}),
      readAsset: (url) => readFile(url),
      browser: async () => browser
    })
    const [page] = shown.toSorted((a, b) => b.length - a.length)
    if (page === undefined) throw new Error('Expected the renderer to show a page')
    // Without what print-html.ts puts in front: a bare script has no tricks.
    writeFileSync(join(folder, 'page.html'), page.replace(/^<!doctype html><meta[^>]*><style>[^<]*<\/style>/, '<!doctype html>'))
  } finally {
    await browser.close()
  }
}

/** The very program and arguments, as the browser tells them, but for the profile and the pipe, which each start makes anew. */
async function launchOptions(browser: Browser): Promise<object> {
  const session = await browser.target().createCDPSession()
  const {commandLine} = await session.send('SystemInfo.getInfo')
  const [executablePath, ...args] = commandLine.split(' ')
  return {
    executablePath,
    args: args.filter((arg) => !/^--(?:user-data-dir|remote-debugging)/.test(arg)),
    ignoreDefaultArgs: true,
    pipe: true
  }
}

/** Keeps every document that is shown in a new page of this browser. */
function listen(browser: Browser): readonly string[] {
  const shown: string[] = []
  const newPage = browser.newPage.bind(browser)
  browser.newPage = async (...args) => {
    const page = await newPage(...args)
    const setContent = page.setContent.bind(page)
    page.setContent = (html, options) => {
      shown.push(html)
      return setContent(html, options)
    }
    return page
  }
  return shown
}
