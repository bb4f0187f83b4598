import {appendFile, cp, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'vitest'
import {layouts} from '../../../src/render/pdf/layouts.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {pagesOfText, veraPdf} from './ask-pdf.ts'

const env = {SOURCE_DATE_EPOCH: '1767225600'}
const torture = fileURLToPath(new URL('./fixtures/torture.md', import.meta.url))

async function workshop(): Promise<string> {
  const folder = await temporaryFolder()
  await cp(torture, join(folder, 'torture.md'))
  return folder
}

judgedBy('verapdf')(
  'a copy of every layout prints to the same bytes as ours, and a layout made of a copy is PDF/UA-1 too',
  async () => {
    const cwd = await workshop()
    for (const {name} of layouts) expect((await runCardpress(['templates', 'copy', name, 'mine'], {cwd})).code).toBe(0)
    await cp(join(cwd, 'mine/guide'), join(cwd, 'mine/handout'), {recursive: true})
    const printed = layouts.filter(({changes}) => !changes) // Without changes there are no errata.
    const all = printed.map(({name}) => name).join(',')
    expect(await runCardpress(['torture.md', '--pdf', '--layout', all, '--out', 'ours', '--quiet'], {cwd, env})).toMatchObject({code: 0})
    const own = ['torture.md', '--pdf', '--layout', `${all},handout`, '--templates', 'mine', '--out', 'own', '--strict']
    expect(await runCardpress(own, {cwd, env})).toMatchObject({code: 0, stderr: ''})
    for (const {name} of printed) {
      const [before, after] = await Promise.all(['ours', 'own'].map((folder) => readFile(join(cwd, folder, `torture.${name}.pdf`), 'hex')))
      expect([name, after === before]).toEqual([name, true])
    }
    const path = join(cwd, 'own/torture.handout.pdf')
    expect(veraPdf([path])).toEqual([`PASS ${path} ua1`])
  },
  300_000
)

judgedBy('poppler', 'verapdf')(
  'a template and a style sheet of the user are on the page',
  async () => {
    const cwd = await workshop()
    await runCardpress(['templates', 'copy', 'guide', 'mine'], {cwd})
    const page = join(cwd, 'mine/guide/page.html')
    await writeFile(page, (await readFile(page, 'utf8')).replace('</header>', '<p>House of {{ author }}</p></header>'))
    await writeFile(join(cwd, 'mine/custom.css'), '.section::before { content: "Part: " }')
    await writeFile(join(cwd, 'last.css'), '.question { text-transform: uppercase }')
    const args = ['torture.md', '--pdf', '--layout', 'guide', '--templates', 'mine', '--css', 'last.css', '--strict']
    expect(await runCardpress(args, {cwd, env})).toMatchObject({code: 0, stderr: ''})
    const path = join(cwd, 'out/torture.guide.pdf')
    const text = pagesOfText(path).join(' ')
    expect(text).toContain('House of Ada Ö. Example')
    expect(text).toContain('Part: Lists and nesting')
    expect(text).toContain('WHICH LISTS MUST SURVIVE?')
    expect(veraPdf([path])).toEqual([`PASS ${path} ua1`])
  },
  300_000
)

judgedBy('poppler')(
  'an error in a template names its place and makes no file; what a style sheet breaks is told',
  async () => {
    const cwd = await workshop()
    await runCardpress(['templates', 'copy', 'guide', 'mine'], {cwd})
    await appendFile(join(cwd, 'mine/guide/page.html'), '{{ titel }}')
    const lines = (await readFile(join(cwd, 'mine/guide/page.html'), 'utf8')).split('\n').length
    const wrong = await runCardpress(['torture.md', '--pdf', '--layout', 'guide', '--templates', 'mine'], {cwd, env})
    expect(wrong).toMatchObject({code: 1, stderr: `error: mine/guide/page.html:${lines}:4 undefined variable: titel\n`})
    await writeFile(join(cwd, 'bad.css'), '.question { display: none } body { font-family: no-such-font, serif }')
    const told = await runCardpress(['torture.md', '--pdf', '--layout', 'guide', '--css', 'bad.css', '--json'], {cwd, env})
    const {problems} = JSON.parse(told.stdout) as {problems: readonly {ruleId: string; reason: string}[]}
    expect(
      problems.filter(({ruleId}) => ruleId === 'template-fault').map(({reason}) => reason.replace(/font .* of this/, 'font of this'))
    ).toEqual([
      'Unexpected 8 headings in print, expected one for each of 18 sections and questions (a style sheet of yours)',
      'Unexpected font of this system, expected those that come along (a style sheet of yours)'
    ])
  },
  300_000
)
