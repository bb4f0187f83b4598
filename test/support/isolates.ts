import {spawnSync} from 'node:child_process'

/** Whether this machine lets tests run a shell command with file systems of their own (`unshare -rm`), as Linux mostly does, and it ends well. */
export function isolates(command: string): boolean {
  return spawnSync('unshare', ['-rm', 'sh', '-c', command], {stdio: 'ignore'}).status === 0
}
