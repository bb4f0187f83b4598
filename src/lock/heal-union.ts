const cardLine = /^\s*("(?:[^"\\]|\\.)*"): \{"label".*"mod":(\d+).*\},?$/
const guideLine = /^ {4}"(?:[^"\\]|\\.)*": \{$/

/**
 * A lock that git put together with `merge=union`: both sides of each conflict one after the other. Of a card that stands twice the
 * later line of time is kept, and the commas between lines are set again. Any other text comes back as it is.
 */
export function healUnion(text: string): string {
  const lines = text.split('\n')
  const kept = new Map<string, {index: number; mod: number}>()
  const dropped = new Set<number>()
  let guide = 0
  for (const [index, line] of lines.entries()) {
    if (guideLine.test(line)) guide = index
    const [, id, digits] = cardLine.exec(line) ?? []
    if (id === undefined) continue
    const key = `${guide} ${id}`
    const mod = Number(digits)
    const twin = kept.get(key)
    if (twin) dropped.add(twin.mod > mod ? index : twin.index)
    if (!twin || twin.mod <= mod) kept.set(key, {index, mod})
  }
  const whole = lines.filter((_, index) => !dropped.has(index)).join('\n')
  return whole.replace(/\}(\n\s*")/g, '},$1').replace(/,(\n\s*\})/g, '$1')
}
