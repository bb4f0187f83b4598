import {expect, test} from 'vitest'
import {drawGuides} from '../../src/pipeline/draw-guides.ts'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {CliError} from '../../src/report/cli-error.ts'
import {toReport} from '../../src/report/to-report.ts'
import {memoryHost} from '../support/memory-host.ts'

const question = (fence: string) =>
  `# Kafka\n\n## What is a topic?\n\n**Answer:** This.\n\n${fence}\n\n## And a broker?\n\n**Answer:** That.\n`
const diagram = '```mermaid\ngraph TD\n  A --> B\n```'

async function settled(markdown: string) {
  const host = memoryHost({'/in/kafka.md': markdown})
  const {guides} = await settleGuides(await readDrafts(await host.readSources([])), host)
  return {host, guides, file: guides[0]?.draft.source.file}
}

test('without a diagram nothing is looked for and no browser is started', async () => {
  const {host, guides} = await settled(question('```js\nmermaid()\n```'))
  const idle = () => Promise.reject(new RangeError('Expected nobody to ask'))
  expect(await drawGuides(guides, () => undefined, {...host, readMermaid: idle, browser: idle})).toEqual(new Map())
})

test('without mermaid there is one warning with the command that helps, and no browser is started', async () => {
  const {host, guides, file} = await settled(question(`${diagram}\n\nAlso:\n\n${diagram.replace('B', 'C')}`))
  expect(await drawGuides(guides, () => undefined, host)).toEqual(new Map())
  expect(file && toReport([file])).toMatchInlineSnapshot(`
    "/in/kafka.md
    7:1-10:4 warning Unexpected 2 mermaid diagrams, expected mermaid to be installed to draw them; the code stands in undrawn-diagram cardpress
      [note]:
        Beside the notes: npm install mermaid. For cardpress wherever it runs: npm install --global mermaid

    ⚠ 1 warning"
  `)
})

test('without a browser the code stays, with one warning', async () => {
  const {host, guides, file} = await settled(question(diagram))
  const browser = () => Promise.reject(new CliError('Found no browser to print with: install Chrome', 3))
  expect(
    await drawGuides(guides, () => undefined, {...host, readMermaid: async () => '', readAsset: async () => new Uint8Array(), browser})
  ).toEqual(new Map())
  expect(file && toReport([file])).toMatchInlineSnapshot(`
    "/in/kafka.md
    7:1-10:4 warning Unexpected 1 diagram without a browser to draw with, expected one; the code stands in undrawn-diagram cardpress
      [note]:
        Found no browser to print with: install Chrome

    ⚠ 1 warning"
  `)
})

test('a gap of a cloze is not drawn: a picture would show it', async () => {
  const {host, guides, file} = await settled(question(diagram.replace('A -->', '{{c1::A}} -->')))
  expect(await drawGuides(guides, () => undefined, host)).toEqual(new Map())
  expect(file?.messages).toEqual([])
})
