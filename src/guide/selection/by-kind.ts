import {countText} from '../../report/count-text.ts'
import type {CardKind} from '../candidate.ts'
import type {Selection} from './selection.ts'

export const cardKinds: readonly CardKind[] = ['basic', 'mcq', 'cloze', 'unanswered']

/** Cards of these kinds. */
export function byKind(kinds: readonly CardKind[]): Selection {
  return {
    name: kinds.join('-'),
    choose: ({cards}) => cards.filter(({kind}) => kinds.includes(kind)),
    missed: (guides) => {
      const all = guides.flatMap(({cards}) => cards.map(({kind}) => kind))
      const known = cardKinds.filter((kind) => all.includes(kind))
      const counts = known.map((kind) => countText(all.filter((other) => other === kind).length, `${kind} one`))
      return `No question is of the kind ${kinds.join(' or ')}; there ${all.length === 1 ? 'is' : 'are'} ${counts.join(', ')}.`
    }
  }
}
