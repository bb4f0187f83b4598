import {symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readTemplates} from '../../src/read/read-templates.ts'
import {CliError} from '../../src/report/cli-error.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

test('readTemplates() reads pages, style sheets and settings of a folder, and puts the two style sheets of the user in order', async () => {
  const folder = await temporaryFolder({
    'guide/page.html': '<p>',
    'words/en.json': '{}',
    'custom.css': 'a {}',
    'logo.png': 'x',
    '.git/x.html': '',
    'last.css': 'b {}'
  })
  const templates = await readTemplates(`${folder}/`, join(folder, 'last.css'))
  expect(templates).toMatchObject({folder, css: 'a {}\nb {}'})
  expect([...(templates?.files.keys() ?? [])]).toEqual(['custom.css', 'guide/page.html', 'last.css', 'words/en.json'])
  expect(await readTemplates(undefined, undefined)).toBe(undefined)
})

test('readTemplates() follows no link out of the folder', async () => {
  const folder = await temporaryFolder({'guide/page.html': '<p>'})
  const outside = await temporaryFolder({'secret.css': 'secret'})
  await symlink(join(outside, 'secret.css'), join(folder, 'custom.css'))
  await expect(readTemplates(folder, undefined)).rejects.toEqual(
    new CliError(`Unexpected link ${folder}/custom.css that leads out of the folder, expected a file in it`, 2)
  )
})

test('readTemplates() says what is wrong with a folder or a style sheet', async () => {
  const folder = await temporaryFolder({'latin.css': Uint8Array.of(0xe4), 'empty/notes.txt': '', 'large/a.css': ' '.repeat(2 ** 21 + 1)})
  await expect(readTemplates('nowhere', undefined)).rejects.toEqual(
    new CliError('Unexpected `nowhere` in --templates, expected a folder; `cardpress templates copy guide nowhere` makes one.', 2)
  )
  await expect(readTemplates(join(folder, 'empty'), undefined)).rejects.toThrow(/without a template in --templates/)
  await expect(readTemplates(undefined, 'nowhere.css')).rejects.toEqual(
    new CliError('Unexpected `nowhere.css` in --css, expected a style sheet', 2)
  )
  await expect(readTemplates(undefined, join(folder, 'latin.css'))).rejects.toThrow(/^Unexpected bytes in .*latin\.css, expected UTF-8$/)
  await expect(readTemplates(join(folder, 'large'), undefined)).rejects.toThrow(
    /^Unexpected size of .*a\.css, expected at most 2 MB in a template$/
  )
})

test('readTemplates() puts fonts and pictures that a style sheet names into it, from the folder only', async () => {
  const css = 'a { src: url(../house.woff2) } b { background: url("logo.svg") } c { fill: url(#x) } d { background: url(data:x) }'
  const folder = await temporaryFolder({
    'mine/guide/style.css': css,
    'mine/house.woff2': 'F',
    'mine/guide/logo.svg': 'S',
    'secret.png': 'x'
  })
  const templates = await readTemplates(join(folder, 'mine'), undefined)
  expect(templates?.files.get('guide/style.css')).toBe(
    'a { src: url("data:font/woff2;base64,Rg==") } b { background: url("data:image/svg+xml;base64,Uw==") } c { fill: url(#x) } d { background: url(data:x) }'
  )
  for (const address of ['../secret.png', 'https://example.org/x.png', '/etc/x.png', 'file:///x.png', 'x.css', 'none.png', '//x/y.png']) {
    await writeFile(join(folder, 'mine/custom.css'), `a { background: url('${address}') }`)
    const refusal = `Unexpected \`${address}\` in ${folder}/mine/custom.css, expected a font (woff2, woff, ttf, otf) or a picture (png, jpg, webp, svg) in its folder; nothing else is loaded`
    await expect(readTemplates(join(folder, 'mine'), undefined)).rejects.toEqual(new CliError(refusal, 2))
    await expect(readTemplates(undefined, join(folder, 'mine/custom.css'))).rejects.toEqual(new CliError(refusal, 2))
  }
})

test('readTemplates() puts pictures and sounds that a template of cards names into it, and leaves files of learners alone', async () => {
  const html = `<img class="a" src="../logo.svg"><audio src='ding.mp3'></audio><img src="{{Source}}"><img src="https://a.org/b.png"><img src=_own.png>`
  const folder = await temporaryFolder({
    'mine/anki/qa/front.html': html,
    'mine/anki/logo.svg': 'S',
    'mine/anki/qa/ding.mp3': 'D',
    'x.png': 'x'
  })
  const templates = await readTemplates(join(folder, 'mine'), undefined)
  expect(templates?.files.get('anki/qa/front.html')).toBe(
    '<img class="a" src="data:image/svg+xml;base64,Uw=="><audio src="data:audio/mpeg;base64,RA=="></audio><img src="{{Source}}"><img src="https://a.org/b.png"><img src=_own.png>'
  )
  for (const address of ['../../../x.png', '/etc/x.png', 'none.png', 'front.html']) {
    await writeFile(join(folder, 'mine/anki/qa/front.html'), `<img src="${address}">`)
    await expect(readTemplates(join(folder, 'mine'), undefined)).rejects.toThrow(
      `Unexpected \`${address}\` in ${folder}/mine/anki/qa/front.html`
    )
  }
})
