import {Worker} from 'node:worker_threads'
import type {Helpers, PackedStretch} from '../parse/parse-in-parallel.ts'
import type {Stretch} from '../parse/parse-stretch.ts'
import type {Answer, Question, ThreadData} from './parse-worker.ts'

export interface ParseThreads extends Helpers {
  readonly close: () => Promise<void>
}

interface Thread {
  readonly worker: Worker
  /** Questions not yet answered, by their number. */
  readonly open: Map<number, {resolve: (packed: PackedStretch | undefined) => void; reject: (error: Error) => void}>
}

/** A thread keeps nothing that it has sent, so little room makes it collect early. Megabytes. */
const resourceLimits = {maxYoungGenerationSizeMb: 32} as const

/** Starts threads that parse stretches of one text; one that fails rejects all that it was asked and is not asked again. */
export function startParseThreads(text: string, count: number): ParseThreads {
  const threads = Array.from({length: count}, () => startThread(text))
  let asked = 0
  return {
    count,
    parse: (stretch) => {
      const [thread] = threads.toSorted((a, b) => a.open.size - b.open.size)
      return thread ? ask(thread, {number: asked++, stretch}) : Promise.reject(new RangeError('Expected a thread to ask'))
    },
    close: async () => {
      await Promise.all(threads.map(({worker}) => worker.terminate()))
    }
  }

  function startThread(parseText: string): Thread {
    const url = new URL(`./parse-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    const worker = new Worker(url, {workerData: {parseText} satisfies ThreadData, resourceLimits})
    const thread: Thread = {worker, open: new Map()}
    worker.on('message', ({number, packed}: Answer) => {
      thread.open.get(number)?.resolve(packed)
      thread.open.delete(number)
    })
    worker.on('error', (error) => fail(thread, error))
    worker.on('exit', () => fail(thread, new Error('The thread has ended')))
    return thread
  }

  function fail(thread: Thread, error: Error): void {
    if (threads.includes(thread)) threads.splice(threads.indexOf(thread), 1)
    for (const {reject} of thread.open.values()) reject(error)
    thread.open.clear()
  }
}

function ask({worker, open}: Thread, question: {number: number; stretch: Stretch}): Promise<PackedStretch | undefined> {
  return new Promise((resolve, reject) => {
    open.set(question.number, {resolve, reject})
    worker.postMessage(question satisfies Question)
  })
}
