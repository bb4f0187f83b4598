import type {Selection} from '../guide/selection/selection.ts'
import {guid} from '../render/anki/guid.ts'

/** Cards whose notes have one of these guids: what a learner keeps failing. */
export function weakSelection(weak: ReadonlySet<string>): Selection {
  return {
    name: 'weak',
    choose: ({cards}) => cards.filter(({guideId, id, kind}) => weak.has(guid(guideId, id, kind === 'cloze' ? 'cloze' : 'standard'))),
    missed: () => 'No question of these notes is weak: none that you failed or find hard is in the export.'
  }
}
