/** A print at one type size. */
export interface Trial {
  readonly sizePt: number
  /** How many pages it fills, as a fraction: 1.5 is a page and a half. */
  readonly filled: number
  /** How many it has. */
  readonly pages: number
}

/** Smaller type is for nobody. */
export const FLOOR_PT = 6.5
/** Larger type is no cheat sheet. */
export const CEILING_PT = 12

/** Sizes are told, so they have few figures. */
const STEP_PT = 0.05
/** A last page as full as this is full. */
const FULL = 0.93
/** Aimed at, since cards do not break anywhere. */
const AIM = 0.985

/** The best print so far: the largest type that keeps to the pages. */
export function bestTrial(trials: readonly Trial[], pages: number): Trial | undefined {
  return trials.filter((trial) => trial.pages <= pages).toSorted((a, b) => b.sizePt - a.sizePt)[0]
}

/**
 * The type size to try next, or undefined when a better one would not be worth a print. Area goes with the square of the size as
 * long as nothing else is known; two prints tell the exponent.
 *
 * @param trials - At least one.
 */
export function nextSize(trials: readonly Trial[], pages: number): number | undefined {
  const best = bestTrial(trials, pages)
  if (best && (best.filled >= pages - 1 + FULL || best.sizePt >= CEILING_PT)) return undefined
  const over = trials.filter((trial) => trial.pages > pages).toSorted((a, b) => a.sizePt - b.sizePt)[0]
  if (over && over.sizePt <= FLOOR_PT) return undefined
  const near = over && best ? nearer(over, best, pages) : (over ?? best ?? {sizePt: FLOOR_PT, filled: pages})
  const wanted = near.sizePt * ((pages * AIM) / near.filled) ** (1 / exponentOf(trials))
  const [least, most] = [best ? best.sizePt + STEP_PT : FLOOR_PT, over ? over.sizePt - STEP_PT : CEILING_PT]
  if (least > most) return undefined
  // Between a print that is too long and one that is not, the guess may leave the room that is left.
  const next = wanted < least || wanted > most ? (best && over ? (least + most) / 2 : Math.min(Math.max(wanted, least), most)) : wanted
  return Number((Math.round(next / STEP_PT - 0.25) * STEP_PT).toFixed(2))
}

function nearer(a: Trial, b: Trial, pages: number): Trial {
  return Math.abs(a.filled - pages) < Math.abs(b.filled - pages) ? a : b
}

/** Of size in area, from the two prints that are closest in size; pictures and short lines keep it from being 2. */
function exponentOf(trials: readonly Trial[]): number {
  const [a, b] = trials.slice(-2)
  if (!a || !b || a.sizePt === b.sizePt) return 2
  const exponent = Math.log(b.filled / a.filled) / Math.log(b.sizePt / a.sizePt)
  return Math.min(Math.max(exponent, 1), 3.5)
}
