import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {layouts} from '../../src/render/pdf/layouts.ts'
import {filesIn} from '../support/folder-contents.ts'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

test('`templates` lists every layout with a sentence', async () => {
  const {code, stdout} = await runCardpress(['templates', '--json'], {cwd: await temporaryFolder()})
  const all = JSON.parse(stdout) as {kind: string; name: string; about: string}[]
  expect(code).toBe(0)
  expect(all.filter(({kind, about}) => kind === 'pdf' && about !== '').map(({name}) => name)).toEqual([
    ...layouts.map(({name}) => name).toSorted(),
    'shared'
  ])
  expect(all.filter(({kind}) => kind === 'anki').map(({name}) => name)).toEqual(['anki'])
})

test('`templates copy` copies a layout once and never over what somebody has edited', async () => {
  const cwd = await temporaryFolder()
  const copy = () => runCardpress(['templates', 'copy', 'guide', 'mine'], {cwd})
  expect((await copy()).stdout).toBe(
    'mine/guide/furniture.css\nmine/guide/page.html\nmine/guide/style.css\nmine/guide/template.json\n\nEdit them and print: cardpress notes.md --layout guide --templates mine\n'
  )
  expect((await copy()).code).toBe(0)
  await writeFile(join(cwd, 'mine/guide/style.css'), 'p {}')
  expect(await copy()).toMatchObject({
    code: 2,
    stderr: `error: ${join(cwd, 'mine/guide/style.css')} is there already and holds something else. Nothing was written.\n`
  })
  expect(await readFile(join(cwd, 'mine/guide/style.css'), 'utf8')).toBe('p {}')
  expect(await filesIn(cwd)).toHaveLength(4)
})

test('`templates show` prints the files, `templates schema` what they get', async () => {
  const cwd = await temporaryFolder()
  const {stdout} = await runCardpress(['templates', 'show', 'key'], {cwd})
  expect(stdout.match(/^==> .* <==$/gm)).toEqual(
    ['furniture.css', 'page.html', 'style.css', 'template.json'].map((name) => `==> key/${name} <==`)
  )
  const schema = JSON.parse((await runCardpress(['templates', 'schema'], {cwd})).stdout)
  expect(schema.properties['page.html'].properties.sections.items.properties.cards.items.properties.label.type).toBe('string')
})

test.each([
  [['templates', 'cut'], 'Unexpected `cut` behind `cardpress templates`, expected list, show, copy, schema'],
  [['templates', 'show'], `Expected the name of a template: ${names()}`],
  [['templates', 'show', 'x'], `Unexpected template \`x\`, expected one of ${names()}`],
  [['templates', 'copy', 'key'], 'Expected a folder for the copy: cardpress templates copy key mine'],
  [
    ['notes.md', '--templates', 'none'],
    'Unexpected `none` in --templates, expected a folder; `cardpress templates copy guide none` makes one.'
  ],
  [['notes.md', '--css', 'none'], 'Unexpected `none` in --css, expected a style sheet'],
  [
    ['notes.md', '--templates', 'mine', '--layout', 'owns'],
    `Unexpected \`owns\` in --layout, expected ${layouts.map(({name}) => name).join(', ')}, own. \`cardpress --help\` shows what can be said.`
  ]
])('%j is wrong usage', async (args, message) => {
  const cwd = await temporaryFolder({'notes.md': '## What?\n\nThis.\n', 'mine/own/page.html': ''})
  expect(await runCardpress(args, {cwd})).toEqual({code: 2, stdout: '', stderr: `error: ${message}\n`})
  expect(await filesIn(cwd)).toEqual(['mine/own/page.html', 'notes.md'])
})

function names(): string {
  return [...layouts.map(({name}) => name).toSorted(), 'shared', 'anki'].join(', ')
}
