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
