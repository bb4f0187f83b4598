import {writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, onTestFinished} from 'vitest'
import {launchBrowser} from '../../../src/render/pdf/browser/launch-browser.ts'
import {printHtml} from '../../../src/render/pdf/print-html.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {pagesOfText} from './ask-pdf.ts'

const secret = 'TOPSECRETWORDS'

/** What a page could try if something got past the allow-list: the printed page is the second wall. */
function attacks(web: string, file: string): readonly string[] {
  return [
    `<script>document.body.append('EXECUTED')</script>`,
    `<img src="x" onerror="document.body.append('EXECUTED')">`,
    `<svg onload="document.body.append('EXECUTED')"></svg>`,
    `<img src="${web}/img">`,
    `<img src="${file}">`,
    `<iframe src="${web}/frame"></iframe>`,
    `<iframe src="${file}"></iframe>`,
    `<iframe srcdoc="<script>parent.document.body.append('EXECUTED')</script>"></iframe>`,
    `<object data="${file}"></object>`,
    `<embed src="${file}">`,
    `<link rel="stylesheet" href="${web}/style">`,
    `<style>@import url("${web}/import"); body { background: url("${web}/background") }</style>`,
    `<style>@font-face { font-family: x; src: url("${web}/font") } p { font-family: x }</style><p>x</p>`,
    `<meta http-equiv="refresh" content="0;url=${web}/refresh">`,
    `<meta http-equiv="refresh" content="0;url=${file}">`,
    `<base href="${web}/"><img src="base">`,
    `<form action="${web}/form"><input autofocus onfocus="document.body.append('EXECUTED')"></form>`,
    `<video src="${web}/video" autoplay></video><audio src="${web}/audio" autoplay></audio>`,
    `<a href="javascript:document.body.append('EXECUTED')" ping="${web}/ping">x</a>`,
    `<svg><image href="${web}/svg"/><use href="${file}#a"/></svg>`
  ]
}

judgedBy('poppler')('a hostile page runs nothing, reads no file and sends no request', async () => {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.end('EXECUTED')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const browser = await launchBrowser()
  onTestFinished(async () => {
    server.close()
    await browser.close()
  })
  const folder = await temporaryFolder({'secret.html': `<p id="a">${secret}</p>`})
  const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const file = pathToFileURL(join(folder, 'secret.html')).href
  for (const [index, attack] of attacks(web, file).entries()) {
    const html = `<!doctype html><html lang="en"><head><title>t</title></head><body><p>still printed</p>${attack}</body></html>`
    const path = join(folder, `${index}.pdf`)
    await writeFile(path, (await printHtml(browser, html, {tagged: false})).bytes)
    const text = pagesOfText(path).join(' ')
    expect([attack, text.includes('still printed'), text.includes(secret), text.includes('EXECUTED')]).toEqual([attack, true, false, false])
  }
  expect(requests).toEqual([])
})
