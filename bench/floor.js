/*
 * node bench/floor.js LAUNCH.json PAGE.html OUT.pdf
 *
 * The least that any tool on puppeteer must do: start the same browser with the same arguments, show the same HTML, print it tagged.
 */
import {readFile, writeFile} from 'node:fs/promises'
import {launch} from 'puppeteer'

const [launchPath = '', pagePath = '', outPath = ''] = process.argv.slice(2)
const browser = await launch(JSON.parse(await readFile(launchPath, 'utf8')))
const page = await browser.newPage()
await page.setJavaScriptEnabled(false)
await page.setContent(await readFile(pagePath, 'utf8'), {waitUntil: 'load'})
await writeFile(outPath, await page.pdf({tagged: true, preferCSSPageSize: true, printBackground: true}))
await browser.close()
