import type {NotetypeIds} from '../../guide/theme.ts'
import {isStock, stockIds} from './notetypes-of.ts'
import {stableIds} from './stable-ids.ts'

/** From one id to the next: old importers try id + 1, id + 2 and so on where a schema differs. */
const apartMs = 1000

/**
 * Ids for the notetypes of a new theme. FROZEN: without a lock they are made again.
 *
 * @param look - Fingerprint of its templates and styles.
 * @param owner - Author, or else guide: two who use the same look do not share what only one of them changes later.
 */
export function themeIds(look: string, owner: string): NotetypeIds {
  const [id = 0] = stableIds([`theme\0${look}\0${owner}`])
  return pairOf(id - (id % (2 * apartMs)))
}

/** The pair that a notetype belongs to, by its id alone: an exported deck may hold only one of the two. */
export function pairOf(id: number): NotetypeIds {
  if (isStock(id)) return stockIds
  const standard = id - (id % (2 * apartMs))
  return {standard, cloze: standard + apartMs}
}
