import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'

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
  /** Of subjects that preload `bench/usage.js`. */
  readonly usage?: Usage
}

/** What the system counts of a process with all its threads. */
export interface Usage {
  /** Of all cores together; other work on the machine disturbs it less than wall time. Median. */
  readonly processorSeconds: number
  /** Highest. */
  readonly peakMebibytes: number
}

/**
 * Runs all subjects in turn, so that a busy moment of the machine hits all alike.
 *
 * @param warming - Rounds before, which warm caches and do not count. @default 1
 */
export function measure(subjects: readonly Subject[], rounds: number, cwd: string, warming: number = 1): readonly Measurement[] {
  const runs = new Map(subjects.map(({name}) => [name, [] as Run[]]))
  for (let round = 1 - warming; round <= rounds; round++) {
    for (const subject of subjects) {
      const taken = runOnce(subject, cwd)
      if (round > 0) runs.get(subject.name)?.push(taken)
    }
  }
  return [...runs].map(([name, taken]) => {
    const sorted = taken.map(({seconds}) => seconds).sort((a, b) => a - b)
    const usages = taken.flatMap(({usage}) => usage ?? [])
    const usage = usages.length > 0 && {
      processorSeconds: medianOf(usages.map(({processorSeconds}) => processorSeconds)),
      peakMebibytes: Math.max(...usages.map(({peakMebibytes}) => peakMebibytes))
    }
    return {
      name,
      medianSeconds: medianOf(sorted),
      fastestSeconds: sorted.at(0) ?? 0,
      slowestSeconds: sorted.at(-1) ?? 0,
      ...(usage && {usage})
    }
  })
}

interface Run {
  readonly seconds: number
  readonly usage: Usage | undefined
}

function runOnce({name, command, args, before}: Subject, cwd: string): Run {
  before?.()
  const usagePath = join(cwd, 'usage.json')
  const env = {...process.env, BENCH_USAGE: usagePath}
  const started = performance.now()
  const {status, stderr, error} = spawnSync(command, args, {cwd, env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe']})
  const seconds = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`, {cause: error})
  const preloads = args.some((arg) => arg.endsWith('usage.js'))
  return {seconds, usage: preloads ? JSON.parse(readFileSync(usagePath, 'utf8')) : undefined}
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
