import {readFileSync} from 'node:fs'

const shapes = new URL('../../../src/extract/shapes/', import.meta.url)

/** The Markdown that the TSDoc of a recogniser shows as its `@example`. */
export function exampleOf(id: string): string {
  const source = readFileSync(new URL(`${id}.ts`, shapes), 'utf8')
  const lines = source.split('\n').map((line) => line.replace(/^ \* ?/, ''))
  const start = lines.indexOf('@example') + 2
  const fence = lines[start - 1]?.match(/^`+/)?.[0] ?? '```'
  const end = lines.indexOf(fence, start)
  return `${lines.slice(start, end).join('\n').replaceAll('*\\/', '*/')}\n`
}
