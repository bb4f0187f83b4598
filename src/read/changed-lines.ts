import {execFile} from 'node:child_process'
import {basename, dirname} from 'node:path'
import {promisify} from 'node:util'

/** First and last line, from 1, of a run of lines. */
export type LineRange = readonly [first: number, last: number]

/**
 * Lines of a file that differ from a commit (its merge base with the working tree's, so that what others did since is not counted).
 *
 * @param path - Absolute. A file that git does not know is new as a whole.
 * @throws The error of git: no repository, no such commit.
 */
export async function changedLines(path: string, ref: string): Promise<readonly LineRange[]> {
  const git = (...args: readonly string[]) => promisify(execFile)('git', args, {cwd: dirname(path), maxBuffer: 2 ** 28})
  const base = (await git('merge-base', '--end-of-options', ref, 'HEAD')).stdout.trim()
  const known = await git('cat-file', '-e', `${base}:./${basename(path)}`).then(
    () => true,
    () => false
  )
  if (!known) return [[1, Number.POSITIVE_INFINITY]]
  const {stdout} = await git('diff', '--no-ext-diff', '--no-color', '--unified=0', base, '--', basename(path))
  return [...stdout.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].flatMap(([, start, count]) => {
    const [first, length] = [Number(start), Number(count ?? 1)]
    return length === 0 ? [] : [[first, first + length - 1] as const]
  })
}
