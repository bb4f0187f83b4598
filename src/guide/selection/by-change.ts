import type {Selection} from './selection.ts'

/** Questions that are not as learners have them. */
export const byChange: Selection = {
  name: 'changed',
  choose: ({cards}) => cards.filter(({change}) => change !== undefined),
  missed: () =>
    'No question of these notes is new, reworded or changed since the last build. Compare with the deck that learners have: `--base last/notes.apkg`.'
}
