import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** Paths of all files in a folder and below, `/` between folders, sorted; none where there is no folder. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : [])).sort()
}

/** All files in a folder by path, their bytes in hex: two folders are equal when these are. */
export async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const paths = await filesIn(folder)
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'hex')])))
}
