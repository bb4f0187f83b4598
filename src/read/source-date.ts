import {execFile} from 'node:child_process'
import {stat} from 'node:fs/promises'
import {basename, dirname} from 'node:path'
import {promisify} from 'node:util'

export interface SourceDate {
  /** Since 1970. */
  readonly seconds: number
  /** The clone ends at the commit found: the file may be older. */
  readonly isShallow: boolean
}

/** When the file was last committed, else last modified. */
export async function sourceDate(path: string): Promise<SourceDate> {
  const args = ['log', '-1', '--decorate=short', '--format=%ct %D', '--', basename(path)]
  const committed = await promisify(execFile)('git', args, {cwd: dirname(path)}).then(
    ({stdout}) => stdout,
    () => '' // No git, no repository.
  )
  const seconds = Number.parseInt(committed, 10)
  if (Number.isNaN(seconds)) return modified(path)
  return {seconds, isShallow: /\bgrafted\b/.test(committed)} // Git's word for a commit whose parents it does not have.
}

/** When the file was last modified. */
export async function modified(path: string): Promise<SourceDate> {
  return {seconds: Math.floor((await stat(path)).mtimeMs / 1000), isShallow: false}
}
