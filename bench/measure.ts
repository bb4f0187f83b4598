import {spawnSync} from 'node:child_process'

/** One program to measure: a whole process from start to end. */
export interface Subject {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Puts back what the run must find, outside of the time that is taken. */
  readonly before?: () => void
}

export interface Measurement {
  readonly name: string
  readonly medianSeconds: number
  readonly fastestSeconds: number
  readonly slowestSeconds: number
}

/** Runs all subjects in turn, so that a busy moment of the machine hits all alike. The first round warms caches and does not count. */
export function measure(subjects: readonly Subject[], rounds: number, cwd: string): readonly Measurement[] {
  const seconds = new Map(subjects.map(({name}) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const subject of subjects) {
      const taken = runOnce(subject, cwd)
      if (round > 0) seconds.get(subject.name)?.push(taken)
    }
  }
  return [...seconds].map(([name, taken]) => {
    const sorted = taken.toSorted((a, b) => a - b)
    return {name, medianSeconds: medianOf(sorted), fastestSeconds: sorted.at(0) ?? 0, slowestSeconds: sorted.at(-1) ?? 0}
  })
}

function runOnce({name, command, args, before}: Subject, cwd: string): number {
  before?.()
  const started = performance.now()
  const {status, stderr, error} = spawnSync(command, args, {cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe']})
  const taken = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`, {cause: error})
  return taken
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
