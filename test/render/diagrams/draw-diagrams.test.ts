import {readFile} from 'node:fs/promises'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readMermaid} from '../../../src/read/read-mermaid.ts'
import {type DrawTools, drawDiagrams} from '../../../src/render/diagrams/draw-diagrams.ts'
import {launchBrowser} from '../../../src/render/pdf/browser/launch-browser.ts'
import {proseFaces} from '../../../src/render/pdf/fonts/choose-fonts.ts'

const texts = {
  flowchart: 'graph TD\n  A["`**Pro**ducer`"] -->|after| B{Broker?}\n  B --> C[(Log)]\n  subgraph One\n  C\n  end',
  sequence: 'sequenceDiagram\n  autonumber\n  Alice->>Bob: Hello\n  Note over Alice,Bob: A note',
  class: 'classDiagram\n  Animal <|-- Dog : is',
  state: 'stateDiagram-v2\n  [*] --> Still\n  Still --> [*]',
  relations: 'erDiagram\n  CUSTOMER ||--o{ ORDER : places',
  gantt: 'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  Task :a1, 2024-01-01, 30d',
  mindmap: 'mindmap\n  root((mind))\n    Origins\n    Tools',
  commits: 'gitGraph\n  commit\n  branch dev\n  commit',
  journey: 'journey\n  title Day\n  section Work\n    Tea: 5: Me',
  sketch: '---\nconfig:\n  look: handDrawn\n---\ngraph TD\n  A --> B'
} as const

let browser: Awaited<ReturnType<typeof launchBrowser>>
let tools: DrawTools

beforeAll(async () => {
  browser = await launchBrowser()
  const script = await readMermaid('/')
  if (script === undefined) throw new RangeError('Expected mermaid among the development dependencies')
  tools = {script, fonts: (text, cuts) => proseFaces(text, (url) => readFile(url), cuts)}
}, 300_000)

afterAll(() => browser.close())

test('every kind of diagram is a picture of its own, the same whatever was drawn before', {timeout: 300_000}, async () => {
  const given = Object.values(texts)
  const drawn = await drawDiagrams(browser, given, tools)
  const again = await drawDiagrams(browser, given.toReversed(), tools)
  for (const [index, name] of Object.keys(texts).entries()) {
    const drawing = drawn[index]
    expect([name, drawing]).toEqual([name, {svg: expect.stringMatching(/^<svg xmlns="[^"]+" [^>]*\bwidth="\d+(?:\.\d+)?" height="\d+/)}])
    expect([name, again.at(-1 - index)]).toEqual([name, drawing])
  }
})

test('a text that mermaid cannot read is told with its line, and the next one is drawn', async () => {
  const [bad, unknown, good] = await drawDiagrams(browser, ['graph TD\n  A --> B\n  B -->| C', 'no diagram', texts.class], tools)
  expect(bad).toEqual({fault: expect.stringContaining('Parse error on line 4: ...'), line: 3})
  expect(unknown).toEqual({fault: expect.stringContaining('No diagram type detected')})
  expect(good).toHaveProperty('svg')
})

test('words are set in the fonts that come along, and only in cuts that are used', async () => {
  const [plain, bold] = await drawDiagrams(browser, ['graph TD\n  A --> B', texts.flowchart], tools)
  const facesOf = (drawing: unknown) =>
    [...JSON.stringify(drawing).matchAll(/font-weight:(\d+);font-style:(\w+);src/g)].map(([, weight]) => weight)
  expect([facesOf(plain), facesOf(bold)]).toEqual([['400'], ['400', '600']])
})

test('neither directives nor front matter loosen what is secure', async () => {
  const given = [
    '%%{init: {"securityLevel":"loose","htmlLabels":true,"flowchart":{"htmlLabels":true},"themeCSS":"rect{fill:url(http://x/)}"}}%%\ngraph TD\n  A["<b>x</b>"] --> B\n  click A href "javascript:x"',
    '---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n  fontFamily: Papyrus\n---\ngraph TD\n  A["<img src=x onerror=y>"] --> B'
  ]
  const drawn = await drawDiagrams(browser, given, tools)
  expect(drawn.map((drawing) => /<(?:foreignObject|script|a|img)\b|javascript:|http:\/\/x|Papyrus/.exec(JSON.stringify(drawing)))).toEqual([
    null,
    null
  ])
  expect(drawn).toEqual([{svg: expect.stringContaining('<text')}, {svg: expect.stringContaining('<text')}])
})
