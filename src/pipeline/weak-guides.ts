import {guid} from '../render/anki/guid.ts'
import type {SettledGuide} from './settle-guides.ts'

/**
 * The guides with only these notes, for their outputs alone: identity and lock are settled with all cards. Cards keep their numbers;
 * files are called otherwise, so that no sheet for Friday replaces the deck. A guide without such a card is left out.
 */
export function weakGuides(guides: readonly SettledGuide[], weak: ReadonlySet<string>): readonly SettledGuide[] {
  return guides.flatMap((settled) => {
    const cards = settled.guide.cards.filter(({guideId, id, kind}) => weak.has(guid(guideId, id, kind === 'cloze' ? 'cloze' : 'standard')))
    return cards.length === 0 ? [] : [{...settled, guide: {...settled.guide, cards, outputName: `${settled.guide.outputName}-weak`}}]
  })
}
