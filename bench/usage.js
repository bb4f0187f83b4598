/*
 * node --import bench/usage.js PROGRAM
 *
 * Writes what the system counted of the process, all its threads included, to the file that BENCH_USAGE names.
 */
import {writeFileSync} from 'node:fs'
import {isMainThread} from 'node:worker_threads'

if (isMainThread)
  process.on('exit', () => {
    const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
    const usage = {processorSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMebibytes: maxRSS / 1024}
    writeFileSync(process.env.BENCH_USAGE ?? '', JSON.stringify(usage))
  })
