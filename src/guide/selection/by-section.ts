import {skeleton} from '../skeleton.ts'
import {fileName} from './file-name.ts'
import {namedChoices, quoted} from './named-choices.ts'
import type {Selection} from './selection.ts'

/** `3. `, `IV) `, `2.1 `: people name a section by its words. */
const ordinal = /^\s*(?:\d+(?:\.\d+)*|[IVXLC]+)[.):]?\s+/

/** Cards below one of these headings, at any depth; case, marks and the number in front of a heading do not count. */
export function bySection(names: readonly string[]): Selection {
  const wanted = new Set(names.map(skeleton))
  const isWanted = (heading: string) => wanted.has(skeleton(heading)) || wanted.has(skeleton(heading.replace(ordinal, '')))
  return {
    name: fileName(names, 'section'),
    choose: ({cards}) => cards.filter(({section}) => section.some(isWanted)),
    missed: (guides) => {
      const headings = guides.flatMap(({cards}) => cards.flatMap(({section}) => section))
      const asked = `No question stands in a section ${quoted(names)}`
      return asked + (headings.length === 0 ? '; these notes have no sections.' : namedChoices(names, headings))
    }
  }
}
