/** 1 the input has errors, 2 wrong usage, 3 the environment lacks something (no browser, disk full). */
export type ExitCode = 1 | 2 | 3

/** Trouble that no source line is to blame for. Printed as one sentence, never as a stack trace. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly exitCode: ExitCode
  /** @param message What is wrong and the command or option that helps. */
  constructor(message: string, exitCode: ExitCode, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}
