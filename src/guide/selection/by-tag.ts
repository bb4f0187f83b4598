import type {Card} from '../card.ts'
import type {Guide} from '../guide.ts'
import {fileName} from './file-name.ts'
import {namedChoices, quoted} from './named-choices.ts'
import type {Selection} from './selection.ts'

/** Cards with one of these tags, their own or their guide's; `kafka` takes `kafka::streams` along. Case does not count. */
export function byTag(tags: readonly string[]): Selection {
  const wanted = tags.map(levels)
  const isWanted = (tag: string) => wanted.some((path) => `${levels(tag)}/`.startsWith(`${path}/`))
  return {
    name: fileName(tags, 'tag'),
    choose: (guide) => guide.cards.filter((card) => tagsOf(card, guide).some(isWanted)),
    missed: (guides) => {
      const known = guides.flatMap((guide) => guide.cards.flatMap((card) => tagsOf(card, guide)))
      const asked = `No question has a tag ${quoted(tags)}`
      return asked + (known.length === 0 ? '; these notes have no tags.' : namedChoices(tags, known))
    }
  }
}

function tagsOf(card: Card, guide: Guide): readonly string[] {
  return guide.isBook ? card.tags : [...card.tags, ...guide.tags]
}

/** Levels are parted by `::` in Anki and by `/` in Obsidian. */
function levels(tag: string): string {
  return tag
    .replace(/^#/, '')
    .replaceAll('::', '/')
    .replace(/[\s_-]+/g, '-')
    .toLowerCase()
}
