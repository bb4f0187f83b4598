import {readFileSync} from 'node:fs'

const folder = new URL('../../../src/lint/rules/', import.meta.url)

/** What the TSDoc of a rule says: its prose, and Markdown that shows the trouble and, unless `--fix` makes it, the same repaired. */
export interface RuleText {
  readonly prose: string
  readonly bad: string
  readonly repaired: string | undefined
}

/** Reads the TSDoc above the export of a rule. */
export function ruleText(id: string): RuleText {
  const source = readFileSync(new URL(`${id}.ts`, folder), 'utf8')
  const [, comment = ''] = /\/\*\*\n((?: \*.*\n)+?) \*\/\nexport const/.exec(source) ?? []
  const text = comment.replace(/^ \* ?/gm, '')
  const [prose = '', ...examples] = text.split(/^@example\n/m)
  const [bad = '', repaired] = examples.map((example) => /^(`{3,})markdown\n([\s\S]*?)\n\1/.exec(example)?.[2] ?? '')
  return {prose: prose.trim().replaceAll('\n', ' '), bad: `${bad}\n`, repaired: repaired === undefined ? undefined : `${repaired}\n`}
}

/** `(2,600 characters)` on a line of its own stands for a text of that length. */
export function spellOut(markdown: string): string {
  return markdown.replace(/^\((\d),(\d{3}) characters\)$/gm, (_, thousands, rest) => 'word '.repeat(Number(thousands + rest) / 5).trim())
}
