const MM: Readonly<Record<string, number>> = {mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72}
const LENGTH = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt)?$/

/** Millimetres of `8mm`, `0.5in`, `1cm` or `8`, to a hundredth; nothing where it is no length. @param unit - Of a bare number. */
export function lengthOf(text: string, unit = 'mm'): number | undefined {
  const [, number, own = unit] = LENGTH.exec(text.trim().toLowerCase()) ?? []
  return number === undefined ? undefined : Math.round(Number(number) * (MM[own] ?? 1) * 100) / 100
}

/** One length of an option from `least` to `most` millimetres. @throws Error that names the option, for the help. */
export function lengthOption(option: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const mm = lengthOf(value)
    if (mm === undefined || mm < least || mm > most)
      throw new Error(
        `Unexpected \`${value}\` in --${option}, expected a length from ${least} to ${most} mm such as ${Math.max(least, 8)}mm`
      )
    return mm
  }
}
