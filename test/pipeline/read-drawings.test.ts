import {expect, test} from 'vitest'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {toNotes} from '../../src/render/anki/to-notes.ts'
import {writeBlocks} from '../../src/render/markdown/write-blocks.ts'
import {toReport} from '../../src/report/to-report.ts'
import {memoryHost} from '../support/memory-host.ts'

async function read(drawing: string) {
  const host = memoryHost({
    '/in/kafka.md': `# Kafka\n\n## What is a topic?\n\n**Answer:** This.\n\n${drawing}\n\n## And a broker?\n\n**Answer:** That.\n`
  })
  const {guides} = await settleGuides(await readDrafts(await host.readSources([])), host)
  const [settled] = guides
  if (!settled) throw new RangeError('Expected a guide')
  const {file} = settled.draft.source
  const {notes, media} = await toNotes(settled.guide, file)
  return {card: settled.guide.cards[0], file, field: notes[0]?.fields[1], media}
}

const circle = '<svg viewBox="0 0 2 2">\n  <title>A circle</title>\n  <circle r="1"/>\n</svg>'

test('a drawing in the text is a picture of the deck, with its title as description', async () => {
  const {field, media, file} = await read(circle)
  const [[name, {bytes}] = ['', {bytes: new Uint8Array()}]] = media
  expect(field).toBe(`<p>This.</p>\n<p><img src="${name}" alt="A circle"></p>`)
  expect(name).toMatch(/^cp-[\da-f]{16}\.svg$/)
  expect(Buffer.from(bytes).toString()).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="2" height="2" viewBox="0 0 2 2">\n<title>A circle</title>\n<circle r="1" />\n</svg>'
  )
  expect(file.messages).toEqual([])
})

test.for<[string, string]>([
  ['in a list', `- It:\n\n  ${circle.replaceAll('\n', '\n  ')}`],
  ['in a quote', `> ${circle.replaceAll('\n', '\n> ')}`],
  ['in a line', `So ${circle.replaceAll('\n', '')} it is`],
  ['in a cell of HTML', `<table><tr><td>${circle}</td></tr></table>`]
])('a drawing %s is the same drawing, and so after it was written as Markdown', async ([, markdown]) => {
  const {card, media} = await read(markdown)
  expect(media.size).toBe(1)
  const again = await read(writeBlocks((card?.answer ?? []).slice(1)).trimEnd())
  expect([...again.media.keys()]).toEqual([...media.keys()])
  expect(again.card?.contentHash).toBe(card?.contentHash)
})

test('a drawing that is edited is an edit of the card', async () => {
  const [before, after] = [await read(circle), await read(circle.replace('r="1"', 'r="2"'))]
  expect(before.card?.id).toBe(after.card?.id)
  expect(before.card?.contentHash).not.toBe(after.card?.contentHash)
})

test('what a picture cannot have is left out of a drawing, with a warning', async () => {
  const {media, file} = await read('<svg onload="x()"><script>y()</script><rect width="1" height="1"/></svg>')
  expect(Buffer.from([...media.values()][0]?.bytes ?? []).toString()).toMatch(/<svg [^>]+><rect width="1" height="1" \/><\/svg>$/)
  expect(toReport([file])).toMatchInlineSnapshot(`
    "/in/kafka.md
    7:1-7:73 warning Unexpected \`onload\`, \`script\` in a drawing, expected shapes, text and styles of its own; the rest is shown inline-svg cardpress
      [note]:
        A picture runs nothing and loads nothing.

    ⚠ 1 warning"
  `)
})

test('a drawing without its end is left out, with a warning; one that shows nothing, without', async () => {
  const {media, file} = await read('<svg viewBox="0 0 2 2">\n\n<circle r="1"/>\n\n</svg>')
  expect(media.size).toBe(0)
  expect(toReport([file])).toMatchInlineSnapshot(`
    "/in/kafka.md
    7:1-7:24 warning Unexpected \`<svg>\` without its end, expected \`</svg>\` before the next blank line; it is left out inline-svg cardpress
      [note]:
        Take the blank lines out of the drawing, or save it as a file: \`![A topic](topic.svg)\`

    ⚠ 1 warning"
  `)
  const empty = await read('<svg class="icon"></svg>')
  expect([empty.media.size, empty.file.messages]).toEqual([0, []])
})
