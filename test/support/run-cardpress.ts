import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  /** Working folder. */
  readonly cwd: string
  /** Added to the environment of the tests; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Standard input; without it, an empty one. */
  readonly input?: string
}

/** The command line as it lies in the checkout. */
export const mainPath: string = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** Starts the command line as a user does, as a process of its own on the source of this checkout, and waits for its end. */
export function runCardpress(args: readonly string[], {cwd, env = {}, input = ''}: RunOptions): Promise<Run> {
  return runProcess(process.execPath, [mainPath, ...args], {cwd, env, input})
}

/** Any program, its output as text. Never rejects for an exit code; does when it cannot be started. */
export function runProcess(command: string, args: readonly string[], {cwd, env = {}, input = ''}: RunOptions): Promise<Run> {
  return new Promise((resolve, reject) => {
    const options = {cwd, env: {...process.env, ...calm, ...env}, maxBuffer: 2 ** 28}
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({code: error ? Number(error.code) : 0, stdout, stderr})
    })
    child.stdin?.on('error', () => {}) // The program may end without reading.
    child.stdin?.end(input)
  })
}

/** What a continuous integration's environment would change in the output is taken away. */
const calm = {CI: undefined, GITHUB_ACTIONS: undefined, FORCE_COLOR: undefined, NO_COLOR: undefined, SOURCE_DATE_EPOCH: undefined} as const
