import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import type {Readable, Writable} from 'node:stream'
import type {Browser} from 'puppeteer'
import {pipeTransport} from './pipe-transport.ts'

/** What to start and how. */
export interface ProcessStart {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/** A slow disk and a first start may take ten seconds; a browser that hangs never answers. */
const patienceMs = 30_000
/** Enough of what a browser says to tell why it ended. */
const mostComplaint = 4_096

/**
 * Starts a browser in a profile of its own and speaks to it through a pipe.
 *
 * Not `puppeteer.launch`: the process runs before puppeteer is even loaded, so that it boots on another core meanwhile (0.15 s of
 * a build of 0.8 s); and it ends at once, since nothing in its profile is worth an orderly good-bye (0.05 s).
 *
 * @param onStart - Called when the process runs, long before it answers.
 * @throws Error with what the browser said, when it ends or is silent for half a minute.
 */
export async function startProcess({executablePath, args, env}: ProcessStart, onStart: () => void): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'cardpress-browser-'))
  const child = spawn(executablePath, ['--remote-debugging-pipe', `--user-data-dir=${profile}`, ...args, 'about:blank'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe']
  })
  const end = endOnce(() => {
    child.kill('SIGKILL')
    rmSync(profile, {recursive: true, force: true, maxRetries: 5})
  })
  onStart()
  const failed = failure(child, basename(executablePath))
  try {
    const browser = await Promise.race([connect(child, end), failed])
    if (browser instanceof Error) throw browser
    return browser
  } catch (error) {
    // A broken pipe tells less than the process that left it.
    const reason = child.stdio[4]?.destroyed || /\bclosed\b/i.test(String(error)) ? await failed : error
    process.off('exit', end)
    end()
    throw reason
  }
}

/** What ends the browser, on demand or with this process: at its exit and when it is interrupted, which then goes on as it would have. */
function endOnce(end: () => void): () => void {
  const interrupts = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = (): void => {
    process.off('exit', stop)
    for (const signal of interrupts) process.off(signal, interrupt)
    end()
  }
  const interrupt = (signal: NodeJS.Signals): void => {
    stop()
    process.kill(process.pid, signal)
  }
  process.once('exit', stop)
  for (const signal of interrupts) process.once(signal, interrupt)
  return stop
}

async function connect(child: ChildProcess, end: () => void): Promise<Browser> {
  const {default: puppeteer} = await import('puppeteer')
  const [, , , toBrowser, fromBrowser] = child.stdio
  const transport = pipeTransport(toBrowser as Writable, fromBrowser as Readable)
  const browser = await puppeteer.connect({transport, defaultViewport: null})
  browser.close = async () => end()
  return browser
}

/** Resolves with the reason when the process can't be started, ends or keeps silent. */
function failure(child: ChildProcess, name: string): Promise<Error> {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(0, mostComplaint)
  })
  return new Promise((resolve) => {
    child.once('error', resolve)
    // Not `exit`, which may come before the last of what it said.
    child.once('close', (code, signal) => resolve(new Error(`${name} ended with ${signal ?? `code ${code}`}\n${complaint}`)))
    setTimeout(() => resolve(new Error(`${name} did not answer within ${patienceMs / 1000} s\n${complaint}`)), patienceMs).unref()
  })
}
