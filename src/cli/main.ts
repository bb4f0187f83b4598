import {createRequire} from 'node:module'
import yargs from 'yargs'
import {CliError} from '../report/cli-error.ts'
import {buildCommand} from './build.ts'
import {cardsCommand} from './cards.ts'
import {checkCommand} from './check.ts'
import {diffCommand} from './diff.ts'
import {terminal} from './host.ts'
import {hideStdin} from './options.ts'
import {templatesCommand} from './templates.ts'
import {unknownOption} from './unknown-option.ts'

const {version}: {version: string} = createRequire(import.meta.url)('../../package.json')

/** Runs the command line. Wrong usage exits with 2 and one sentence; what no code foresaw is a bug and says so. */
export async function main(args: readonly string[]): Promise<void> {
  terminal.outliveReaders()
  const parser = yargs(hideStdin(args))
  try {
    await parser
      .scriptName('cardpress')
      .parserConfiguration({'boolean-negation': false})
      .command(buildCommand)
      .command(checkCommand)
      .command(diffCommand)
      .command(cardsCommand)
      .command(templatesCommand)
      .strict()
      .version(version)
      .locale('en') // The same words everywhere: scripts and answers on the web rely on them.
      .help()
      .wrap(terminal.columns())
      .epilogue('Exit codes: 0 fine or warnings, 1 errors in the input, 2 wrong usage, 3 the environment lacks something.')
      .fail((message, error) => {
        if (error instanceof CliError) throw error
        if (message || error) throw new UsageError(usage(message ?? error.message), {cause: error})
      })
      .parseAsync()
  } catch (caught) {
    const error = caught instanceof UsageError ? await toCliError(caught, args, parser) : caught
    terminal.exitWith(error instanceof CliError ? error.exitCode : 70)
    terminal.printError(
      error instanceof CliError
        ? `error: ${error.message}`
        : `A bug in cardpress, please report it with the input: ${error instanceof Error ? error.stack : error}`
    )
  }
}

/** What yargs says of a wrong call. */
class UsageError extends Error {}

/** A slip in an option's name takes the path behind it for its value: the slip is what to tell, not the path that is missing. */
async function toCliError(error: UsageError, args: readonly string[], parser: {getHelp: () => Promise<string>}): Promise<CliError> {
  const options = [...(await parser.getHelp()).matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm)].map(([, name = '']) => name)
  const unknown = unknownOption(args, options)
  return new CliError(`${unknown ?? error.message}. \`cardpress --help\` shows what can be said.`, 2, {cause: error})
}

/** What yargs says of a missing path in words that name it. */
function usage(message: string): string {
  return message.startsWith('Not enough non-option arguments')
    ? 'Expected a file, a folder or a glob, or - for standard input'
    : message.replaceAll(/\s+/g, ' ')
}

// No `await` here: bin/cardpress.cjs loads this module with `require`, which takes only modules that do not wait.
if (import.meta.main) void main(terminal.args())
