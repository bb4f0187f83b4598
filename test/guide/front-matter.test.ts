import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {readFrontMatter} from '../../src/guide/front-matter.ts'
import {parse} from '../../src/parse/parse.ts'

async function read(yaml: string) {
  const file = new VFile({path: 'notes.md', value: `---\n${yaml}\n---\n\n# Title\n`})
  const frontMatter = await readFrontMatter(parse(file), file)
  return {frontMatter: {...frontMatter}, messages: file.messages.map(String)}
}

test('readFrontMatter() reads each key', async () => {
  expect(
    await read(
      'title: Kafka\nid: kafka-2\nauthor: [Ada, Grace]\nlang: pt_br\ndate: 2026-11-23\ntags: kafka, streams\ndeck: Work::Kafka\nlicence: CC BY 4.0\nlayout: post'
    )
  ).toEqual({
    frontMatter: {
      title: 'Kafka',
      id: 'kafka-2',
      author: 'Ada, Grace',
      license: 'CC BY 4.0',
      lang: 'pt-BR',
      date: 1795392000,
      tags: ['kafka', 'streams'],
      deck: 'Work::Kafka'
    },
    messages: []
  })
})

test('a date and time without zone is read as UTC, so that every machine makes the same bytes', async () => {
  expect((await read('date: 2026-11-23 10:00')).frontMatter.date).toBe(1795392000 + 36000)
  expect((await read('date: 2026-11-23T10:00:00+02:00')).frontMatter.date).toBe(1795392000 + 8 * 3600)
})

test('broken YAML is an error at its line, and nothing of the block is used', async () => {
  expect(await read('title: Kafka\nauthor: [Ada\ntags: x')).toMatchInlineSnapshot(`
    {
      "frontMatter": {},
      "messages": [
        "notes.md:4:1: Unexpected YAML in the front matter, Flow sequence in block collection must be sufficiently indented and end with a ]",
      ],
    }
  `)
})

test('a wrong type is an error, the other keys are used', async () => {
  expect(await read('title: [a, b]\ndate: soon\nlang: 5%\nid: a b\nauthor: Ada')).toMatchInlineSnapshot(`
    {
      "frontMatter": {
        "author": "Ada",
      },
      "messages": [
        "notes.md:2:1: Unexpected value of \`title\` in the front matter, expected a text",
        "notes.md:3:1: Unexpected value of \`date\` in the front matter, expected a date such as \`2026-11-23\`",
        "notes.md:4:1: Unexpected value of \`lang\` in the front matter, expected a language tag such as \`en\` or \`pt-BR\`",
        "notes.md:5:1: Unexpected value of \`id\` in the front matter, expected a word of letters, digits, \`-\`, \`_\` and \`.\`",
      ],
    }
  `)
})

test('a slip in a key is named, a key of another tool is not', async () => {
  expect(await read('titel: Kafka\nlayout: post\nsidebar_position: 2')).toMatchInlineSnapshot(`
    {
      "frontMatter": {},
      "messages": [
        "notes.md:2:1: Unexpected key \`titel\` in the front matter, did you mean \`title\`?",
      ],
    }
  `)
})

test('aliases do not multiply and prototype keys are only keys', async () => {
  const bomb =
    'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntags: [*c,*c,*c,*c,*c,*c,*c]\n__proto__: {polluted: 1}\nconstructor: x'
  const {messages} = await read(bomb)
  expect(messages).toMatchInlineSnapshot(`
    [
      "notes.md:5:1: Unexpected value of \`tags\` in the front matter, expected a list of words",
    ]
  `)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('qr is an address on the web, and anything else a warning', async () => {
  expect(await read('qr: https://example.com/a b')).toEqual({frontMatter: {qr: 'https://example.com/a%20b'}, messages: []})
  expect(await read('qr: javascript:alert(1)')).toEqual({
    frontMatter: {},
    messages: [
      'notes.md:2:1: Unexpected value of `qr` in the front matter, expected an address of 300 characters at most such as https://example.com/notes'
    ]
  })
})
