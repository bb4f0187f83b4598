/** A whole number in a range. @throws Error that names the option, for the help. */
export function numberOption(option: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= least && number <= most))
      throw new Error(`Unexpected \`${value}\` in --${option}, expected a number from ${least} to ${most}`)
    return number
  }
}

/** Yargs reads absent options too. */
export function optional<Value>(read: (value: string) => Value): (value: string | undefined) => Value | undefined {
  return (value) => (value === undefined ? undefined : read(value))
}
