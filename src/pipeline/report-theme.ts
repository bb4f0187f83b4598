import type {LockedTheme} from '../lock/lock.ts'
import {addProblem} from '../report/problem.ts'
import type {RunLook} from './dress-themes.ts'
import type {SettledGuide} from './settle-guides.ts'

/**
 * Tells where a theme has no effect, and where a deck that had one is built without.
 *
 * @param before - The theme of the guide as the lock had it.
 * @param isShown - Whether another guide of the run takes the theme: then older ones beside it are no slip.
 */
export function reportTheme(
  {guide, draft}: SettledGuide,
  look: RunLook | undefined,
  before: LockedTheme | undefined,
  isShown: boolean
): void {
  const {file} = draft.source
  if (look?.isOwn && !guide.theme)
    addProblem(file, {
      severity: isShown ? 'info' : 'warning',
      ruleId: 'deck-theme',
      reason: 'Unexpected theme for a deck that began with the stock look, expected that look; it stays',
      note: 'Learners have its cards under the note types that decks of all authors share. If nobody has the deck yet, take its guide out of `cardpress.lock.json` and build again.'
    })
  else if (look && !look.isOwn && before && before.look !== look.print)
    addProblem(file, {
      severity: 'warning',
      ruleId: 'deck-theme',
      reason: 'Unexpected deck without its theme, expected `--templates` as in the last build; it gets the stock look',
      note: 'Build again with `--templates` and the folder of the theme: learners get the newest look that they import.'
    })
}
