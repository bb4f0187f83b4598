import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {CliError} from '../../src/report/cli-error.ts'
import {fillTemplate} from '../../src/template/fill-template.ts'
import {loadTemplate} from '../../src/template/load-template.ts'

const path = 'templates/pdf/mine/page.html'

test('fillTemplate() escapes values, and leaves HTML that goes through raw', async () => {
  expect(await fillTemplate(path, '{{ a }} {{ a | raw }}', {a: '<b>&</b>'})).toBe('&lt;b&gt;&amp;&lt;/b&gt; <b>&</b>')
})

test('fillTemplate() names file, line and field of an error', async () => {
  await expect(fillTemplate(path, '<p>\n{{ titel }}', {title: 'x'})).rejects.toEqual(
    new CliError('templates/pdf/mine/page.html:2:4 undefined variable: titel', 1)
  )
  await expect(fillTemplate(path, '{{ a | shout }}', {a: 'x'})).rejects.toEqual(
    new CliError('templates/pdf/mine/page.html:1:1 undefined filter: shout', 1)
  )
  await expect(fillTemplate(path, '\n{% for %}', {})).rejects.toThrow('templates/pdf/mine/page.html:2:1')
})

test('fillTemplate() gives a template no way to files or prototypes', async () => {
  for (const attack of [
    "{% include '/etc/passwd' %}",
    "{% render '../../../package.json' %}",
    "{% layout '/etc/passwd' %}",
    '{{ a.constructor.name }}',
    '{{ a.__proto__ }}'
  ]) {
    const filled = await fillTemplate(path, attack, {a: {}}).catch((error: unknown) => String(error))
    expect([attack, /root:|"name"|Object/.test(filled.replace(/\[object Object\]/g, ''))]).toEqual([attack, false])
  }
})

test('loadTemplate() reads the layouts that cardpress ships', async () => {
  const read = (name: string) => readFile(new URL(`../../templates/pdf/${name}`, import.meta.url), 'utf8')
  const {settings, style} = await loadTemplate('guide', read)
  expect(settings.contents).toBe(true)
  expect(style).toContain('.hljs-comment')
})

test('loadTemplate() names the field of the settings that is wrong', async () => {
  const files: Readonly<Record<string, string>> = {'mine/template.json': '{"about": "x", "contents": "yes"}'}
  await expect(loadTemplate('mine', async (name) => files[name] ?? '')).rejects.toEqual(
    new CliError('templates/pdf/mine/template.json Unexpected value of `contents`, expected the kind that the other layouts have', 1)
  )
  await expect(loadTemplate('bad', async () => '{')).rejects.toThrow(/^templates\/pdf\/bad\/template\.json /)
})

test('fillTemplate() calls a template off that never ends or wants all memory', async () => {
  await expect(fillTemplate(path, '{% for i in (1..1000000000) %}{{ i }}{% endfor %}', {})).rejects.toEqual(
    new CliError('templates/pdf/mine/page.html:1:1 memory alloc limit exceeded', 1)
  )
  const doubling = "{% assign s = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}"
  await expect(fillTemplate(path, doubling, {})).rejects.toThrow('memory alloc limit exceeded')
})

test('fillTemplate() gives a template neither clock nor chance nor the zone of the machine', async () => {
  expect(await fillTemplate(path, '{{ date | date: "%-d %B %Y" }} {{ 0 | date: "%H:%M %z" }}', {date: '2026-11-23'})).toBe(
    '23 November 2026 00:00 +0000'
  )
  for (const value of ['now', 'today', '2026-11-23 10:00'])
    for (const filter of ['date: "%Y"', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'])
      await expect(fillTemplate(path, `{{ a | ${filter} }}`, {a: value})).rejects.toThrow(
        `templates/pdf/mine/page.html:1:1 unexpected date: ${value}, expected one such as 2026-11-23`
      )
  await expect(fillTemplate(path, '{{ a | sample }}', {a: [1, 2]})).rejects.toThrow('undefined filter: sample')
})

test('loadTemplate() takes each file from the folder of the user where it is there, and their style sheet last', async () => {
  const user = {
    folder: 'mine',
    css: 'p { color: red }',
    files: new Map([
      ['guide/page.html', '<p>'],
      ['guide/style.css', 'b {}']
    ])
  }
  const {page, furniture, style} = await loadTemplate('guide', stock, undefined, user)
  expect(page).toEqual({path: 'mine/guide/page.html', text: '<p>'})
  expect(furniture.path).toBe('templates/pdf/furniture.html')
  expect(style.endsWith('\nb {}\np { color: red }')).toBe(true)
  expect(style.startsWith(String(await stock('shared.css')))).toBe(true)
})

test('loadTemplate() names the file that a layout of the user lacks', async () => {
  const user = {folder: 'mine', css: '', files: new Map([['own/page.html', '<p>']])}
  await expect(loadTemplate('own', stock, undefined, user)).rejects.toEqual(
    new CliError('Unexpected layout without mine/own/template.json, expected that file', 2)
  )
})

function stock(name: string): Promise<string | undefined> {
  return readFile(new URL(`../../templates/pdf/${name}`, import.meta.url), 'utf8').catch(() => undefined)
}
