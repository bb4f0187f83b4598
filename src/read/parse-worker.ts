import {isMainThread, type MessagePort, parentPort, workerData} from 'node:worker_threads'
import {type PackedStretch, parsePacked} from '../parse/parse-in-parallel.ts'
import {lookOver, type Stretch} from '../parse/parse-stretch.ts'

/** What a thread is asked; it answers under the same number. */
export interface Question {
  readonly number: number
  readonly stretch: Stretch
}

export interface Answer {
  readonly number: number
  readonly packed: PackedStretch | undefined
}

/** What a thread is started with: the text to which all questions refer. */
export interface ThreadData {
  readonly parseText: string
}

/** Parses stretches of a text for another thread, in the order in which they are asked for. */
export function startParseWorker(port: MessagePort, {parseText}: ThreadData): void {
  const outlook = lookOver(parseText)
  port.on('message', ({number, stretch}: Question) => {
    const packed = parsePacked(parseText, stretch, outlook)
    port.postMessage({number, packed} satisfies Answer, packed ? [packed.trees.numbers.buffer] : [])
  })
}

// Test runners load modules in threads of their own.
if (!isMainThread && parentPort && typeof workerData?.parseText === 'string') startParseWorker(parentPort, workerData)
