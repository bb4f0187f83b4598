const PT_PER_MM = 72 / 25.4

/** Millimetres as points, to a thousandth: so that files do not show how numbers are added. */
export function toPoints(mm: number): number {
  return Math.round(mm * PT_PER_MM * 1000) / 1000
}
