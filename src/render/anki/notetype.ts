import type {NoteKind} from './guid.ts'

/** A field or template with its place and its constant id: Anki tells renamed from replaced by it (23.10 on). */
interface Part {
  readonly name: string
  readonly id: number
}

/** One of our two notetypes: all that Anki compares when it decides whether an import still fits. */
export interface Notetype {
  readonly id: number
  readonly name: string
  readonly kind: NoteKind
  /** Folder in templates/anki. */
  readonly folder: string
  readonly fields: readonly Part[]
  /** `front` and `back` are file names in the folder, without `.html`. */
  readonly templates: readonly (Part & {readonly front: string; readonly back: string})[]
  /** Seconds. Raised whenever templates or CSS change, otherwise learners keep the old look; never for anything else. */
  readonly modSeconds: number
}

/*
 * FROZEN from the first deck on, golden test included: ids, names, number and order. A change makes every note out there
 * "conflicting" and skips it. Only `modSeconds` may rise. The spare fields are the way to new content.
 */

/** Question and answer; multiple choice too. A filled Reverse field makes the second card. */
export const questionNotetype: Notetype = {
  id: 1_731_204_518_371,
  name: 'Cardpress Q&A',
  kind: 'standard',
  folder: 'qa',
  fields: [
    {name: 'Question', id: 7_316_800_101},
    {name: 'Answer', id: 7_316_800_102},
    {name: 'Explanation', id: 7_316_800_103},
    {name: 'Context', id: 7_316_800_104},
    {name: 'Source', id: 7_316_800_105},
    {name: 'Label', id: 7_316_800_106},
    {name: 'Reverse', id: 7_316_800_107},
    {name: 'Meta', id: 7_316_800_108},
    {name: 'Spare1', id: 7_316_800_109},
    {name: 'Spare2', id: 7_316_800_110},
    {name: 'Spare3', id: 7_316_800_111}
  ],
  templates: [
    {name: 'Forward', id: 7_316_800_181, front: 'front', back: 'back'},
    {name: 'Reverse', id: 7_316_800_182, front: 'reverse-front', back: 'reverse-back'}
  ],
  modSeconds: 1_795_392_000
}

/** Gaps in a text, one card per number. */
export const clozeNotetype: Notetype = {
  id: 1_731_204_527_846,
  name: 'Cardpress Cloze',
  kind: 'cloze',
  folder: 'cloze',
  fields: [
    {name: 'Text', id: 7_316_800_201},
    {name: 'Explanation', id: 7_316_800_202},
    {name: 'Context', id: 7_316_800_203},
    {name: 'Source', id: 7_316_800_204},
    {name: 'Label', id: 7_316_800_205},
    {name: 'Meta', id: 7_316_800_206},
    {name: 'Spare1', id: 7_316_800_207},
    {name: 'Spare2', id: 7_316_800_208},
    {name: 'Spare3', id: 7_316_800_209}
  ],
  templates: [{name: 'Cloze', id: 7_316_800_281, front: 'front', back: 'back'}],
  modSeconds: 1_795_392_000
}

/** Both, in the order in which they are written. */
export const notetypes: readonly Notetype[] = [questionNotetype, clozeNotetype]
