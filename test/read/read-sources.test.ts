import {symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readSources} from '../../src/read/read-sources.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const read = (cwd: string, paths: readonly string[], stdin = '') =>
  readSources(paths, {cwd, readStdin: async () => new TextEncoder().encode(stdin)})
const names = async (cwd: string, paths: readonly string[]) =>
  (await read(cwd, paths)).map(({relative, stem, folders}) => `${relative}: ${[...folders, stem].join('/')}`)
const problems = async (cwd: string, paths: readonly string[]) => (await read(cwd, paths)).flatMap(({file}) => file.messages.map(String))

test('a folder gives its Markdown in order, hidden, ignored and foreign files left out', async () => {
  const cwd = await temporaryFolder({
    'notes/kafka.md': '',
    'notes/Java/README.md': '',
    'notes/Java/streams.markdown': '',
    'notes/.obsidian/x.md': '',
    'notes/node_modules/x/readme.md': '',
    'notes/drafts/x.md': '',
    'notes/.gitignore': 'drafts/\n*.tmp.md\n',
    'notes/a.tmp.md': '',
    'notes/picture.png': '',
    'notes/notes.txt': ''
  })
  expect(await names(cwd, ['notes'])).toEqual(['Java/README.md: Java', 'Java/streams.markdown: Java/streams', 'kafka.md: kafka'])
})

test('a README stands for its folder, at the top too', async () => {
  const cwd = await temporaryFolder({'kafka/README.md': '', 'kafka/deep/er/index.md': ''})
  expect(await names(cwd, ['kafka'])).toEqual(['README.md: kafka', 'deep/er/index.md: deep/er'])
})

test('a README of a repository takes the name of its remote, so that every clone makes the same guide', async () => {
  const cwd = await temporaryFolder({
    'fresh/README.md': '',
    'fresh/.git/config': '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@example.org:ada/kafka-questions.git\n'
  })
  expect(await names(cwd, ['fresh/README.md'])).toEqual(['README.md: kafka-questions'])
})

test('a file named directly is read whatever its extension', async () => {
  const cwd = await temporaryFolder({'a/notes.txt': 'text', 'a/LICENSE': 'words'})
  expect((await read(cwd, ['a/notes.txt', 'a/LICENSE'])).map(({file, named}) => [file.path, String(file), named])).toEqual([
    [join('a', 'notes.txt'), 'text', true],
    [join('a', 'LICENSE'), 'words', true]
  ])
})

test('a glob keeps the folders below its fixed part', async () => {
  const cwd = await temporaryFolder({'notes/java/streams.md': '', 'notes/java/x.txt': '', 'notes/kafka.md': ''})
  expect(await names(cwd, ['notes/**/*.md'])).toEqual(['java/streams.md: java/streams', 'kafka.md: kafka'])
})

test('`-` is standard input, which has no name', async () => {
  const [source] = await read(await temporaryFolder(), ['-'], '# Title')
  expect([source?.file.path, String(source?.file), source?.stem]).toEqual(['-', '# Title', undefined])
})

test('a file found twice is read once', async () => {
  const cwd = await temporaryFolder({'a.md': ''})
  expect((await read(cwd, ['a.md', '.', './a.md'])).length).toBe(1)
})

test('UTF-16 with a byte order mark and UTF-8 with one are text', async () => {
  const text = '# Größe？'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const cwd = await temporaryFolder({'a.md': utf16, 'b.md': Buffer.from(utf16).swap16(), 'c.md': `\ufeff${text}`})
  expect((await read(cwd, ['.'])).map(({file}) => String(file))).toEqual([text, text, text])
})

test('what can not be read is told with its place, and the other files go on', async () => {
  const cwd = await temporaryFolder({
    'ok.md': 'fine',
    'latin1.md': Buffer.from('one\r\ntwo\ncaf\xe9', 'latin1'),
    'src/main.js': '',
    'binary.md': Buffer.from([80, 75, 3, 4, 0, 0, 1])
  })
  expect(await problems(cwd, ['binary.md', 'latin1.md', 'ok.md', 'gone.md', 'gone/*.md', 'src'])).toEqual([
    'binary.md:1:1: Unexpected binary data, expected Markdown text',
    'latin1.md:3:1: Unexpected bytes that are not UTF-8, expected text in UTF-8 or UTF-16',
    'gone.md:1:1: Unexpected path, expected a file, a folder or a glob that exists',
    'gone/*.md:1:1: Unexpected glob without a file, expected one that matches',
    'src:1:1: Unexpected folder without Markdown, expected `.md`, `.markdown`, `.mdx` or `.ipynb` files'
  ])
})

test('a linked file is read, a linked folder is not walked, so that a loop ends', async () => {
  const cwd = await temporaryFolder({'notes/a.md': '', 'other/b.md': ''})
  await symlink(join(cwd, 'other', 'b.md'), join(cwd, 'notes', 'linked.md'))
  await symlink(join(cwd, 'notes'), join(cwd, 'notes', 'again'))
  expect(await names(cwd, ['notes'])).toEqual(['a.md: a', 'linked.md: linked'])
})
