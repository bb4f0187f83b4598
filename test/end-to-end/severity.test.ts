import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

interface Row {
  /** Files of the folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Files of an earlier build with the same arguments, before these are put in their place. */
  readonly before?: Readonly<Record<string, string>>
  /** @default ['check', 'n.md'] */
  readonly args?: readonly string[]
  /** Wants the browser. @default false */
  readonly prints?: boolean
  readonly code: number
}

const good = '# Kafka\n\n## 1. What is a topic?\n\n**Answer:** A named log.\n\n## 2. What is a broker?\n\n**Answer:** A server.\n'
const third = (text: string) => `${good}\n## 3. What is a record?\n\n**Answer:** ${text}\n`
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

/** A row of docs/problems.md each: what happens, how the process ends, and every word of the message (in fixtures/severity). */
const rows: Readonly<Record<string, Row>> = {
  'missing-path': {files: {}, code: 1},
  'unreadable-file, a folder in its place': {files: {'n.md/x.txt': ''}, code: 1},
  'binary-file': {files: {'n.md': Buffer.from([0x50, 0x4b, 3, 4, 0, 0])}, code: 1},
  'invalid-utf8': {files: {'n.md': Buffer.from('# caf\xe9', 'latin1')}, code: 1},
  'broken-notebook': {files: {'n.ipynb': '# no JSON'}, args: ['check', 'n.ipynb'], code: 1},
  'front-matter-syntax': {files: {'n.md': `---\ntitle: a: b\n---\n${good}`}, code: 1},
  'front-matter-type, of no harm': {files: {'n.md': `---\ndate: soon\n---\n${good}`}, code: 0},
  'front-matter-type, of the id': {files: {'n.md': `---\nid: a b\n---\n${good}`}, code: 1},
  'front-matter-key': {files: {'n.md': `---\ntitel: K\n---\n${good}`}, code: 0},
  'front-matter-key with --strict': {files: {'n.md': `---\ntitel: K\n---\n${good}`}, args: ['check', 'n.md', '--strict'], code: 1},
  'unknown-shape': {files: {'n.md': `---\nshape: cards\n---\n${good}`}, code: 1},
  'unknown-rule': {files: {'n.md': `<!-- cardpress-disable long-answers -->\n\n${good}`}, code: 0},
  'unclosed-fence': {files: {'n.md': third('So:\n\n```sh\nls\n\n## 4. What is a key?\n\n**Answer:** A word.')}, code: 0},
  'unclosed-trainer': {files: {'n.md': third('Bytes.\n\n<!-- trainer -->\n\nAsk why.')}, code: 1},
  cloze: {files: {'n.md': '# Kafka\n\n{{c1::Brokers}} hold topics.\n\n{{c0::Consumers}} read them.\n'}, args: ['n.md', '--anki'], code: 1},
  'nesting-too-deep': {files: {'n.md': `${good}\n${'>'.repeat(5000)} deep\n`}, code: 1},
  'no-question, named': {files: {'n.md': 'Just text.\n'}, code: 1},
  'no-question, in a folder': {files: {'n.md': 'Just text.\n', 'k.md': good}, args: ['check', '.'], code: 0},
  'duplicate-question': {files: {'n.md': `${good}\n## 3. What is a topic?\n\n**Answer:** A log.\n`}, code: 0},
  'label-without-text': {files: {'n.md': `${good}\n## 3. What is a record?\n\n**Answer:**\n`}, code: 0},
  'missing-answer': {files: {'n.md': third('TODO')}, code: 0},
  'missing-image': {files: {'n.md': good.replace('A server.', '![x](x.png)')}, code: 0},
  'outside-root': {files: {'in/n.md': good.replace('A server.', '![x](../x.svg)'), 'x.svg': svg}, args: ['check', 'in/n.md'], code: 0},
  'broken-image': {files: {'n.md': good.replace('A server.', '![x](x.png)'), 'x.png': 'text'}, code: 0},
  'remote-image': {files: {'n.md': good.replace('A server.', '![x](https://example.org/x.png)')}, code: 0},
  'unfetched-image': {
    files: {'n.md': good.replace('A server.', '![x](http://127.0.0.1/x.png)')},
    args: ['n.md', '--csv', '--fetch'],
    code: 0
  },
  'inline-svg': {files: {'n.md': third('<svg onload="x()"><path d="M0 0h9"/></svg>')}, args: ['n.md', '--csv'], code: 0},
  'inline-svg, without its end': {files: {'n.md': third('So:\n\n<svg>\n\n<path d="M0 0h9"/></svg>')}, args: ['n.md', '--csv'], code: 0},
  'undrawn-diagram': {files: {'n.md': third('So:\n\n```mermaid\ngraph TD\n  A -->\n```')}, args: ['n.md', '--anki'], code: 0},
  // A character that is none: fonts of the machine have no say.
  'missing-glyph': {files: {'n.md': third('\u{40000}')}, args: ['n.md', '--pdf'], prints: true, code: 0},
  'what a print shows': {
    files: {
      'n.md': third(
        `\u{10fffd}\n\n\`\`\`\n${'long '.repeat(30)}\n\`\`\`\n\n| A | B |\n|:--|:--|\n| a | ${'b'.repeat(90)} |\n\n$$\n${'a + '.repeat(50)}b\n$$`
      ),
      'u.css': '.answer { color: #f66 }\n'
    },
    args: ['n.md', '--pdf', '--css', 'u.css', '--all'],
    prints: true,
    code: 0
  },
  'duplicate-id': {files: {'n.md': good.replace('topic?', 'topic? {#a}').replace('broker?', 'broker? {#a}')}, code: 1},
  'ambiguous-card': {
    before: {'n.md': third('A server.')},
    files: {'n.md': third('A server.').replace('is a broker', 'stores topics').replace('is a record', 'answers clients')},
    args: ['n.md', '--csv'],
    code: 0
  },
  'kept-deck': {
    before: {'n.md': `---\ndeck: One\n---\n${good}`},
    files: {'n.md': `---\ndeck: Two\n---\n${good}`},
    args: ['n.md', '--csv'],
    code: 0
  },
  'renamed-guide': {before: {'a.md': good}, files: {'n.md': good}, args: ['.', '--csv'], code: 0},
  'damaged-lock': {files: {'n.md': good, 'cardpress.lock.json': '{\n<<<<<<< HEAD\n}'}, args: ['n.md', '--csv'], code: 1},
  'damaged-lock, cut off': {files: {'n.md': good, 'cardpress.lock.json': '{"version": 1, "gui'}, args: ['n.md', '--csv'], code: 1},
  'guide-without-id': {files: {}, args: ['-', '--csv'], code: 1},
  'duplicate-guide-id': {
    files: {'a.md': `---\nid: x\n---\n${good}`, 'b.md': `---\nid: x\n---\n${good}`},
    args: ['a.md', 'b.md', '--csv'],
    code: 1
  },
  'output-name-clash': {
    files: {'a/n.md': good, 'b/n.md': good.replace('# Kafka', '# Streams')},
    args: ['a/n.md', 'b/n.md', '--csv'],
    code: 1
  },
  'an output folder that is a file': {files: {'n.md': good, out: 'a file'}, args: ['n.md', '--csv'], code: 3},
  'a layout that is none': {files: {'n.md': good}, args: ['n.md', '--paper', 'B7'], code: 2},
  'no browser': {files: {'n.md': good}, args: ['n.md', '--pdf', '--csv'], code: 3}
}

test.each(Object.entries(rows))(
  '%s ends as docs/problems.md says, with its whole message',
  async (name, {before = {}, files, args = ['check', 'n.md'], prints = false, code}) => {
    const cwd = await temporaryFolder(Object.keys(before).length > 0 ? before : files)
    const env = prints ? {} : {CHROME_PATH: join(cwd, 'no-browser')}
    if (Object.keys(before).length > 0) {
      expect((await runCardpress(args, {cwd, env})).code).toBe(0)
      await Promise.all(Object.keys(before).map((path) => rm(join(cwd, path))))
      await Promise.all(Object.entries(files).map(([path, content]) => writeFile(join(cwd, path), content)))
    }
    const run = await runCardpress(args, {cwd, env, input: good.replace('# Kafka\n', '')})
    const told = run.stderr.replaceAll(cwd, '<folder>').replace(/[^\S\n]+$/gm, '')
    expect(run.code).toBe(code)
    await expect(told).toMatchFileSnapshot(`fixtures/severity/${name.replaceAll(/\W+/g, '-')}.txt`)
  }
)

test('borrowed-font ends as docs/problems.md says; whether this machine has a font to lend is another matter', async () => {
  const cwd = await temporaryFolder({'n.md': third('主題')})
  const {code, stderr} = await runCardpress(['n.md', '--pdf'], {cwd})
  expect(code).toBe(0)
  expect(stderr.replaceAll(/ {2,}/g, ' ')).toContain(
    [
      '11:1-13:15 warning Unexpected Chinese, Japanese or Korean characters 主 (U+4E3B), 題 (U+984C) in 1 card,',
      'expected characters that the embedded fonts have borrowed-font cardpress\n [note]:\n',
      'A font of this system is used, and the PDF may differ on others. `npm install @fontsource/noto-sans-sc` beside cardpress',
      'puts a font into the file. On Debian and Ubuntu: `sudo apt-get install fonts-noto-cjk`\n'
    ].join(' ')
  )
})
