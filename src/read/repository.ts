import {readFile, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

/** Root of the enclosing git repository (a folder with `.git`), or undefined. Absolute. */
export async function findRepository(folder: string): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const exists = await stat(join(current, '.git')).then(
      () => true,
      () => false
    )
    if (exists) return current
    if (dirname(current) === current) return undefined
  }
}

/** Name of a repository by its remote, else by its folder: a clone into `fresh/` makes the same guide. */
export async function repositoryName(root: string): Promise<string> {
  const config = await readFile(join(root, '.git', 'config'), 'utf8').catch(() => '')
  const url = /\[remote "origin"\][^[]*?^\s*url\s*=\s*(\S+)/m.exec(config)?.[1]
  const name = url && /([^/:\\]+?)(?:\.git)?\/?$/.exec(url)?.[1]
  return name || basename(root)
}
