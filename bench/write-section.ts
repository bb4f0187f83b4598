import {existsSync, readFileSync, writeFileSync} from 'node:fs'

const path = new URL('RESULTS.md', import.meta.url)

/** Puts what one bench found into bench/RESULTS.md, in the place of what it found before; the others' parts stay. */
export function writeSection(title: string, text: string): void {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '# Bench\n'
  const [head = '', ...sections] = page.split(/^(?=## )/m)
  const section = `## ${title}\n\n${text.trim()}\n`
  const at = sections.findIndex((known) => known.startsWith(`## ${title}\n`))
  const all = at === -1 ? [...sections, section] : sections.with(at, section)
  writeFileSync(
    path,
    [head, ...all]
      .map((part) => part.trim())
      .join('\n\n')
      .concat('\n')
  )
}
