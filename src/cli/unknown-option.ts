import {closest} from '../guide/closest.ts'

/**
 * The first argument that looks like an option and is none, in a sentence without stop; undefined where there is none.
 *
 * @param options - Names of the command's options, without dashes.
 */
export function unknownOption(args: readonly string[], options: readonly string[]): string | undefined {
  const end = args.indexOf('--') // What stands behind is a path, whatever it looks like.
  for (const arg of end === -1 ? args : args.slice(0, end)) {
    const [, name] = /^--?([a-z][^=]*)/i.exec(arg) ?? []
    if (name === undefined || options.includes(name)) continue
    const meant = closest(name, options)
    return `Unexpected option \`${arg.replace(/=.*/s, '')}\`, expected ${meant ? `\`--${meant}\`` : 'one that there is'}`
  }
  return undefined
}
