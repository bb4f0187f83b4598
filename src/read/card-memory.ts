import * as z from 'zod'

/** What FSRS remembers of a card. */
export interface CardMemory {
  /** Days after which it is known with a chance of 90 %. */
  readonly stabilityDays: number
  /** Shape of the forgetting curve; positive. */
  readonly decay: number
  /** From the last answer to the export. */
  readonly elapsedDays: number
  /** Chance of knowing it that the learner asked for, from 0 to 1. */
  readonly desired: number
}

/** Before FSRS 6 there was one curve, and Anki wrote no `decay`. */
const decayOfFsrs5 = 0.5
const usualRetention = 0.9
const daySeconds = 86_400
const reviewQueue = 2

const data = z.object({
  s: z.number().positive(),
  dr: z.number().optional(),
  decay: z.number().positive().optional(),
  lrt: z.number().optional()
})
const rows = z.array(z.object({data: z.string(), due: z.number(), ivl: z.number(), queue: z.number()}))

/**
 * Reads `cards.data` of a note's cards: `s` stability, `dr` desired retention, `decay`, `lrt` time of the last answer in seconds.
 * Anki before 25.2 wrote no time; a review card was last answered its interval before the day that it is due.
 *
 * @param cards - JSON of rows with `data`, `due`, `ivl` and `queue`.
 * @param times - Of the collection: `crt` in seconds is day 0 of `due`; `mod` in milliseconds is when it was exported.
 * @see Anki rslib, src/storage/card/data.rs
 */
export function cardMemories(cards: string, {crt, mod}: {readonly crt: number; readonly mod: number}): CardMemory[] {
  const nowSeconds = mod / 1000
  return rows.parse(JSON.parse(cards)).flatMap((card): CardMemory[] => {
    const memory = data.safeParse(readJson(card.data)).data
    const answeredSeconds = memory?.lrt ?? (card.queue === reviewQueue ? crt + (card.due - card.ivl) * daySeconds : undefined)
    if (!memory || answeredSeconds === undefined) return []
    return [
      {
        stabilityDays: memory.s,
        decay: memory.decay ?? decayOfFsrs5,
        desired: memory.dr ?? usualRetention,
        elapsedDays: Math.max(0, (nowSeconds - answeredSeconds) / daySeconds)
      }
    ]
  })
}

/** Other programs write what they like there. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
