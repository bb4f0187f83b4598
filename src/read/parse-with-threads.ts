import {availableParallelism} from 'node:os'
import {setFlagsFromString} from 'node:v8'
import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {markdownOf} from '../parse/markdown-of.ts'
import {parse} from '../parse/parse.ts'
import {parseInParallel} from '../parse/parse-in-parallel.ts'
import {startParseThreads} from './parse-threads.ts'

/** Characters from which threads gain more than their start costs. */
const worthThreads = 1_000_000

/** Each takes memory of its own, and what follows parsing is done by one. */
const maxThreads = 3

/** As `parse`; a long text is parsed by as many threads as there are cores. */
export async function parseWithThreads(file: VFile): Promise<Root> {
  const text = markdownOf(file)
  if (text.length < worthThreads) return parse(file)
  collectEarly()
  const count = Math.min(maxThreads, availableParallelism() - 1)
  if (count < 1) return parse(file)
  const threads = startParseThreads(text, count)
  try {
    return await parseInParallel(file, threads)
  } finally {
    await threads.close()
  }
}

/**
 * Before it collects all of a heap, V8 lets it grow to four times of what lives: 120 MB more for 12,000 cards. For the rest of the run
 * it may grow by six tenths only.
 */
function collectEarly(): void {
  setFlagsFromString('--heap-growing-percent=60')
}
