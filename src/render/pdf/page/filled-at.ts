import type {PageMeasure} from './measure-page.ts'
import {toPoints} from './to-points.ts'

/** Pages and parts of a page up to a place, column by column. Chromium counts places of destinations from the margins, not from the edges. */
export function filledAt(
  place: {readonly page: number; readonly left: number; readonly top: number},
  {widthMm, heightMm, marginMm, columns}: PageMeasure
): number {
  const width = toPoints(widthMm - marginMm.left - marginMm.right)
  const height = toPoints(heightMm - marginMm.top - marginMm.bottom)
  const column = Math.min(Math.max(Math.floor(((place.left + 1) / width) * columns), 0), columns - 1)
  const down = Math.min(Math.max((toPoints(heightMm) - place.top) / height, 0), 1)
  return place.page - 1 + (column + down) / columns
}
