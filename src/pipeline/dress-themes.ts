import type {Theme} from '../guide/theme.ts'
import type {Lock, LockedGuide, LockedTheme} from '../lock/lock.ts'
import {loadModels, lookPrint} from '../render/anki/load-models.ts'
import {isStock, stockIds} from '../render/anki/notetypes-of.ts'
import {themeFiles} from '../render/anki/theme-files.ts'
import {pairOf, themeIds} from '../render/anki/theme-ids.ts'
import type {UserTemplates} from '../template/template.ts'
import type {Host} from './host.ts'

export interface ThemeOptions {
  /** May hold a theme for decks. @default The stock look */
  readonly templates?: UserTemplates | undefined
  /** Whether learners get the look of this run. @default false */
  readonly makesDecks?: boolean | undefined
}

/** What cards look like in this run. */
export interface RunLook {
  /** Whether the user has files of their own. */
  readonly isOwn: boolean
  readonly print: string
}

type Themes = Readonly<Record<string, LockedTheme>>

/** The look of this run; undefined where it is the stock one and no guide of the lock ever had another, or nobody gets to see it. */
export async function runLook(
  lock: Lock,
  {templates, makesDecks = false}: ThemeOptions,
  readAsset: Host['readAsset']
): Promise<RunLook | undefined> {
  const theme = themeFiles(templates)
  const isThemed = Object.values(lock.guides).some(({notetypes}) => !isStock(notetypes.standard)) || lock.themes !== undefined
  if (!theme && !(makesDecks && isThemed)) return undefined
  const models = await loadModels(readAsset, undefined, () => theme)
  return {isOwn: theme !== undefined, print: lookPrint([stockIds.standard, stockIds.cloze].flatMap((id) => models[id] ?? []))}
}

/**
 * Notetypes for a guide that begins in this run: with a theme those of the theme, which guides that begin with the same look share,
 * else the stock ones. The first deck settles it: later ones of other notetypes would be new notes to learners, or none.
 */
export function beginTheme(themes: Themes = {}, look: RunLook | undefined, owner: string): LockedGuide['notetypes'] {
  if (!look?.isOwn) return stockIds
  const known = Object.entries(themes).find(([, theme]) => theme.look === look.print)
  return known ? pairOf(Number(known[0])) : themeIds(look.print, owner)
}

/**
 * The lock with the looks that its themes have after a run: their time rises with each change, by rule max(old + 1, now). A new one has
 * the date of its guide.
 *
 * @param dates - Guides of the run with their dates, seconds since 1970.
 */
export function dressThemes(lock: Lock, dates: ReadonlyMap<string, number>, look: RunLook | undefined, nowSeconds: number): Lock {
  if (!look) return lock
  const themes = {...lock.themes}
  for (const [guide, seconds] of dates)
    for (const standard of themesIn(lock.guides[guide])) {
      const before = themes[standard]
      if (before?.look === look.print) continue
      const mod = before ? Math.max(before.mod + 1, nowSeconds) : Math.min(seconds, nowSeconds)
      themes[standard] = {look: look.print, mod}
    }
  return Object.keys(themes).length > 0 ? {...lock, themes} : lock
}

/** Themes of a guide and of cards that came to it, by the ids of their standard notetypes. */
function themesIn(guide: LockedGuide | undefined): number[] {
  const foreign = Object.values(guide?.cards ?? {}).flatMap(({notetype}) => notetype ?? [])
  return [...(guide ? [guide.notetypes.standard] : []), ...foreign].filter((id) => !isStock(id)).map((id) => pairOf(id).standard)
}

/** The theme behind the id of one of its notetypes; undefined for the stock look. */
export function themeOf({themes = {}}: Lock, notetype: number): Theme | undefined {
  if (isStock(notetype)) return undefined
  const pair = pairOf(notetype)
  return {...pair, modSeconds: themes[pair.standard]?.mod ?? 0}
}
