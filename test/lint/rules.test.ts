import {existsSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {applyEdits} from '../../src/lint/apply-edits.ts'
import {rules} from '../../src/lint/rules.ts'
import {toReport} from '../../src/report/to-report.ts'
import {checked} from './support/checked.ts'
import {ruleText, spellOut} from './support/rule-text.ts'

const page = fileURLToPath(new URL('../../docs/rules.md', import.meta.url))

const intro = `# Rules of \`cardpress check\`

Each rule has a level: \`off\`, \`info\`, \`warning\` or \`error\`. An author sets it for a file in its front matter, a run by
\`--rule long-answer=off\`, which wins:

\`\`\`yaml
---
cardpress:
  rules:
    long-answer: off
    missing-answer: error
---
\`\`\`

A comment switches rules off for a part of a file, and without an id all of them:

\`\`\`markdown
<!-- cardpress-disable-next-line duplicate-question -->
## What is a topic?

<!-- cardpress-disable long-answer several-questions -->
..
<!-- cardpress-enable -->
\`\`\`

\`cardpress check --fix\` repairs what can be repaired in one safe way, in place, and only where the cards stay the same or become
better. This page is made from the rules' own comments and from what they say of their examples (\`npm test -- --update\`).
`

test('the rules are the files of their folder', () => {
  const files = readdirSync(new URL('../../src/lint/rules/', import.meta.url))
  expect(rules.map(({id}) => `${id}.ts`).sort()).toEqual(files.sort())
})

/** What only a print can tell has its tests where prints are made. */
const toldByPrint: readonly string[] = ['missing-glyph']

for (const {id} of rules.filter((rule) => !toldByPrint.includes(rule.id)))
  test(`${id} finds what its example shows and is content with the repaired one`, async () => {
    const {bad, repaired} = ruleText(id)
    const {lines, repairable} = await checked({'notes.md': spellOut(bad)})
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => line.split(' ')[2] !== id)).toEqual([])
    if (repairable.length > 0) {
      expect(repaired).toBeUndefined()
      expect(
        (
          await checked({
            'notes.md': applyEdits(
              bad,
              repairable.map(({edit}) => edit)
            )
          })
        ).lines
      ).toEqual([])
    } else if (repaired !== undefined)
      expect((await checked({'notes.md': spellOut(repaired), 'images/travel.png': 'PNG'})).lines).toEqual([])
  })

test('docs/rules.md tells each rule, its example, its message and its repair', async () => {
  const sections = await Promise.all(
    rules.map(async ({id, severity}) => {
      const {prose, bad, repaired: written} = ruleText(id)
      const {drafts, repairable} = await checked({'notes.md': spellOut(bad)})
      const report = toReport(
        drafts.map(({source}) => source.file),
        {all: true}
      )
        .split('\n')
        .slice(1)
        .join('\n')
      const repaired =
        repairable.length > 0
          ? applyEdits(
              bad,
              repairable.map(({edit}) => edit)
            )
          : written
      return [
        `## ${id}`,
        prose,
        `Level: ${severity}.${repairable.length > 0 ? ' `--fix` repairs it.' : ''}`,
        fenced('markdown', bad),
        ...(report === '' ? [] : [fenced('text', report.replace(/\n\n[⚠✖].*$/, '').trimEnd())]),
        ...(repaired === undefined ? [] : ['Repaired:', fenced('markdown', repaired)])
      ].join('\n\n')
    })
  )
  expect(existsSync(page) || process.env.CI === undefined).toBe(true)
  await expect(`${[intro, ...sections].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`).toMatchFileSnapshot(page)
})

function fenced(info: string, text: string): string {
  const fence = text.includes('```') ? '````' : '```'
  return `${fence}${info}\n${text.trimEnd()}\n${fence}`
}
