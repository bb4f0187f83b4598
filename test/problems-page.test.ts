import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {globSync} from 'tinyglobby'
import {expect, test} from 'vitest'
import {rules} from '../src/lint/rules.ts'

const top = fileURLToPath(new URL('..', import.meta.url))

test('every problem that src can report has its row in docs/problems.md or its page in docs/rules.md', () => {
  const page = readFileSync(`${top}docs/problems.md`, 'utf8')
  const explained = new Set([...page.matchAll(/<a id="([a-z-]+)"><\/a>`\1`/g)].map(([, id = '']) => id))
  for (const {id} of rules) explained.add(id)
  expect(reportedIds().filter((id) => !explained.has(id))).toEqual([])
})

test('docs/problems.md has no row for a problem whose id src does not know', () => {
  const page = readFileSync(`${top}docs/problems.md`, 'utf8')
  const rows = [...page.matchAll(/<a id="([a-z-]+)">/g)].map(([, id = '']) => id)
  expect(rows.length).toBeGreaterThan(20)
  const source = sourceTexts().join('\n')
  expect(rows.filter((id) => !source.includes(`'${id}'`))).toEqual([])
})

/** Ids that stand as words behind `ruleId:` anywhere in src, sorted. */
function reportedIds(): readonly string[] {
  const ids = sourceTexts().flatMap((text) =>
    [...text.matchAll(/ruleId:([^\n]*)/g)].flatMap(([, rest = '']) =>
      [...rest.matchAll(/'([a-z]+(?:-[a-z]+)+|cloze)'/g)].map(([, id = '']) => id)
    )
  )
  return [...new Set(ids)].sort()
}

function sourceTexts(): readonly string[] {
  return globSync('src/**/*.ts', {cwd: top, absolute: true}).map((path) => readFileSync(path, 'utf8'))
}
