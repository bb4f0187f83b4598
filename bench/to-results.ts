import {cpus, loadavg, release, totalmem} from 'node:os'
import type {Measurement} from './measure.ts'

/** The measurements as a part of bench/RESULTS.md; ratios are to the measurement named `floor`. */
export function toResults(measurements: readonly Measurement[], floor: string, run: {command: string; date: Date; rounds: number}): string {
  const base = measurements.find(({name}) => name === floor)?.medianSeconds ?? Number.NaN
  const rows = measurements.map(({name, medianSeconds, fastestSeconds, slowestSeconds}) =>
    [name, medianSeconds.toFixed(3), (medianSeconds / base).toFixed(2), fastestSeconds.toFixed(3), slowestSeconds.toFixed(3)].join(' | ')
  )
  return `${circumstances(run)}

Whole processes from start to end, compiled package, browser unpacked, lock up to date; ${run.rounds} rounds in turn after one that warms.
The floor starts the same Chromium with the same arguments and prints the same HTML tagged: what any tool on puppeteer must do.

| process | median s | to floor | fastest s | slowest s |
|---|--:|--:|--:|--:|
${rows.map((row) => `| ${row} |`).join('\n')}
`
}

/** What was run, when and on what. */
export function circumstances({command, date}: {command: string; date: Date}): string {
  const [cpu] = cpus()
  const [load = 0] = loadavg()
  return `\`${command}\`, ${date.toISOString().slice(0, 10)}: ${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores,
${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.versions.node}; load average
${load.toFixed(1)} at the end: above 1 or 2 other work took its share of every figure, and the ratios tell more than the seconds.`
}
