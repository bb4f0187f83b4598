import {execFileSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {healUnion} from '../../src/lock/heal-union.ts'
import {formatLock, type Lock, type LockedCard, parseLock} from '../../src/lock/lock.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const lock = (cards: Readonly<Record<string, LockedCard>>): Lock => ({
  version: 1,
  guides: {
    kafka: {source: 'kafka.md', deck: 'Kafka', notetypes: {standard: 1, cloze: 2}, cards},
    other: {source: 'other.md', deck: 'Other', notetypes: {standard: 1, cloze: 2}, cards: {a: card('a', 1)}}
  }
})

function card(label: string, mod: number, after?: string): LockedCard {
  return {label, hash: `${label} at ${mod}`, question: label, ...(after && {after}), mod}
}

test('a lock that git united is read: all new cards, of each changed card the later line', async () => {
  const base = lock({a: card('a', 1), b: card('b', 1, 'a'), c: card('c', 1, 'b')})
  const ours = lock({a: card('a', 5), b: card('b', 1, 'a'), c: card('c', 1, 'b'), d: card('d', 5, 'c')})
  const theirs = lock({a: card('a', 1), b: card('b', 6, 'a'), c: card('c', 1, 'b'), e: card('e', 6, 'c')})
  const folder = await temporaryFolder({base: formatLock(base), ours: formatLock(ours), theirs: formatLock(theirs)})
  const united = execFileSync('git', ['merge-file', '--union', '-p', 'ours', 'base', 'theirs'], {cwd: folder, encoding: 'utf8'})
  expect(() => JSON.parse(united)).toThrow()
  expect(parseLock(united)).toEqual(
    lock({a: card('a', 5), b: card('b', 6, 'a'), c: card('c', 1, 'b'), d: card('d', 5, 'c'), e: card('e', 6, 'c')})
  )
})

test('a whole lock is left alone', () => {
  const text = formatLock(lock({a: card('a', 1), b: card('b', 1, 'a')}))
  expect(healUnion(text)).toBe(text)
})
