import {execFile} from 'node:child_process'
import {stat} from 'node:fs/promises'
import {basename, dirname} from 'node:path'
import {promisify} from 'node:util'

/** Seconds since 1970 of the file's last commit, else of its last modification. */
export async function sourceDate(path: string): Promise<number> {
  const committed = await promisify(execFile)('git', ['log', '-1', '--format=%ct', '--', basename(path)], {cwd: dirname(path)}).then(
    ({stdout}) => Number.parseInt(stdout, 10),
    () => Number.NaN // No git, no repository.
  )
  return Number.isNaN(committed) ? Math.floor((await stat(path)).mtimeMs / 1000) : committed
}
