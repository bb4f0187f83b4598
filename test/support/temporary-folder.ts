import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'

/**
 * A new folder with these files, by path; it is gone when the test is over.
 *
 * @param name - Last part of its path, for tests of odd names.
 */
export async function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}, name = 'notes'): Promise<string> {
  const outer = await mkdtemp(join(tmpdir(), 'cardpress-test-'))
  onTestFinished(() => rm(outer, {recursive: true, force: true}))
  const folder = join(outer, name)
  await mkdir(folder)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), {recursive: true})
    await writeFile(join(folder, path), content)
  }
  return folder
}
