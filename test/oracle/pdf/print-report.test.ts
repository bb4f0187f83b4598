import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {pagesOfText} from './ask-pdf.ts'

interface Finding {
  readonly ruleId: string
  readonly severity: string
  readonly path: string
  readonly line: number
  readonly actual: string
  readonly count: number
}

interface Summary {
  readonly files: readonly {
    readonly path: string
    readonly count: string
    readonly print: {
      readonly sheets: number
      readonly sizePt: number
      readonly counts: Record<string, number>
      readonly findings: readonly Finding[]
    }
  }[]
}

const line = (file: string, wanted: string) => file.split('\n').findIndex((text) => text.includes(wanted)) + 1

async function build(cwd: string, ...args: readonly string[]): Promise<Summary> {
  const {stdout, code} = await runCardpress(['n.md', '--pdf', '--json', ...args], {cwd})
  expect(code).toBe(0)
  return JSON.parse(stdout) as Summary
}

describe('questions of many lengths', () => {
  const cards = Array.from({length: 24}, (_, card) => {
    const paragraphs = Array.from(
      {length: ((card * 7) % 12) + (card === 11 ? 60 : 1)},
      (__, line) => `Part ${line} of \`q${card}a\` ends here.`
    )
    return `## ${card + 1}. What is \`q${card}a\`?\n\n${paragraphs.join('\n\n')}\n`
  })
  const notes = `# Lengths\n\n${cards.join('\n')}`
  const layouts = ['cheatsheet', 'guide', 'largeprint', 'flashcards'] as const
  let cwd: string
  let summary: Summary

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'cardpress-report-'))
    await writeFile(join(cwd, 'n.md'), notes)
    summary = await build(cwd, '--layout', layouts.join(','))
  }, 300_000)

  afterAll(() => rm(cwd, {recursive: true, force: true}))

  const toldOf = (layout: string) => {
    const {path = '', print} = summary.files.find((file) => file.path.includes(`.${layout}.`)) ?? {}
    const told = print?.findings.filter(({ruleId}) => ruleId === 'split-card').map((finding) => finding.line) ?? []
    return {pages: pagesOfText(join(cwd, path)), told: told.toSorted((a, b) => a - b)}
  }

  judgedBy('poppler').for(['cheatsheet', 'guide', 'largeprint'])('those on several pages of the %s are told, and no others', (layout) => {
    const {pages, told} = toldOf(layout)
    const split = cards.flatMap((_, card) =>
      pages.filter((page) => page.includes(`of q${card}a ends`)).length > 1 ? [line(notes, `## ${card + 1}. `)] : []
    )
    expect(split).not.toEqual([])
    expect(told).toEqual(split)
  })

  judgedBy('poppler')('the one that takes several flashcards is told', () => {
    const {pages, told} = toldOf('flashcards')
    expect(pages.join(' ').match(/\b\d+ \/ \d+\b/g)?.length).toBeGreaterThan(2) // Its corners.
    expect(told).toEqual([line(notes, '## 12. ')])
  })

  test('a question as tall as a column is told, and what each file takes', () => {
    const [sheet, guide] = summary.files
    const tall = sheet?.print.findings.filter(({ruleId}) => ruleId === 'tall-card')
    expect(tall?.map((finding) => [finding.line, finding.severity])).toEqual([[line(notes, '## 12. '), 'info']])
    expect(summary.files.map(({print}) => print.sheets)).toEqual(summary.files.map(({count}) => Math.ceil(Number.parseInt(count, 10) / 2)))
    expect([sheet?.print.sizePt, guide?.print.sizePt]).toEqual([7.8, 10.5])
  })
})

test('what does not fit, is pale or has no sign is told with its line, and with the style sheet gone it is not', async () => {
  const long = 'x'.repeat(150)
  const code = `\`\`\`sh\nls\n${long}\n\`\`\``
  const table = `| Type | Address |\n|--|--|\n| a | ${long} |`
  const formula = `$$\n${'a + '.repeat(30)}z = 0\n$$`
  const notes = `# Hard\n\n## What is code?\n\n${code}\n\n## What is a table?\n\n${table}\n\n## What is a formula?\n\n${formula}\n\n## What is \u{10fffd}?\n\nA sign.\n`
  const css = '.answer p { color: #f66 } pre { white-space: pre; overflow-wrap: normal }\n'
  const cwd = await temporaryFolder({'n.md': notes, 'u.css': css, 't/guide/furniture.css': '.foot { color: #aaa }\n'})
  const tell = ({files}: Summary) => files[0]?.print.findings.map(({ruleId, line: at, actual}) => [ruleId, at, actual] as const) ?? []
  const styled = tell(await build(cwd, '--layout', 'guide', '--css', 'u.css', '--templates', 't'))
  const at = (wanted: string) => line(notes, wanted)
  expect(styled).toEqual(
    expect.arrayContaining([
      ['wrapped-code', at('```sh'), 'line of code with 150 characters'],
      ['small-table', at('| Type'), 'table too wide for its type'],
      ['small-formula', at('$$'), 'formula too long for its type'],
      ['undrawn-character', at('## What is \u{10fffd}'), 'character \u{10fffd} (U+10FFFD) that no font here has'],
      ['low-contrast', at('## What is \u{10fffd}'), 'contrast of 3:1 in greys (#949494 on #ffffff), `A sign.`']
    ])
  )
  const overflow = styled.filter(([ruleId]) => ruleId === 'overflow')
  expect(overflow.map(([, where]) => where)).toContain(at('```sh'))
  expect(styled.filter(([ruleId, , actual]) => ruleId === 'low-contrast' && actual.includes('#aaaaaa'))).toHaveLength(1)
  await writeFile(join(cwd, 'n.md'), notes.replace(formula, '$$\na = b\n$$'))
  const plain = tell(await build(cwd, '--layout', 'guide'))
  expect(plain.map(([ruleId]) => ruleId).toSorted()).toEqual(['small-table', 'undrawn-character', 'wrapped-code'])
})
