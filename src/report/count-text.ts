/** "1 page", "2 pages", "0 cards". */
export function countText(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit : plural(unit)}`
}

function plural(unit: string): string {
  return /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`
}
