import {emptyLock, type Lock, lockName, parseLock} from '../lock/lock.ts'
import {mergeBase} from '../lock/merge-base.ts'
import {addProblem} from '../report/problem.ts'
import type {Draft} from './read-drafts.ts'

/** A lock in use. */
export interface OpenLock {
  /** Absolute. */
  readonly path: string
  /** As it was read; undefined for one still to be made. */
  readonly text: string | undefined
  readonly lock: Lock
  /** Ids of guides that only the base deck knows. */
  readonly loose: ReadonlySet<string>
}

/** The lock with what the base decks know beyond it; undefined, with an error on the source, for one in doubt. */
export function openLock(path: string, text: string | undefined, base: Lock, {source}: Draft): OpenLock | undefined {
  const parsed = text === undefined ? emptyLock() : parseLock(text)
  if (!('problem' in parsed)) {
    const loose = Object.keys(base.guides).filter((id) => !Object.hasOwn(parsed.guides, id))
    return {path, text, lock: mergeBase(parsed, base), loose: new Set(loose)}
  }
  addProblem(source.file, {
    severity: 'error',
    ruleId: 'damaged-lock',
    reason: `Unexpected ${parsed.problem} in \`${path}\` line ${parsed.line}, expected a lock that can be read`,
    note: `Keep one side of each conflict, or take the lock of the last release: \`git checkout HEAD -- ${lockName}\`; else move it away and build with \`--base\` and the last deck. Without either every card would be new to learners.`
  })
  return undefined
}
