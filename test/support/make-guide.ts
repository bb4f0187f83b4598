import type {Card} from '../../src/guide/card.ts'
import {contentHash} from '../../src/guide/content-hash.ts'
import type {Guide} from '../../src/guide/guide.ts'
import {fingerprints} from '../../src/guide/natural-ids.ts'
import {type CandidateText, candidate} from './candidate.ts'

/** A card as a test writes it: sides in Markdown, and an id. */
export interface CardText extends CandidateText {
  readonly id: string
  readonly modSeconds?: number
  readonly reverse?: boolean
}

const daySeconds = 1_767_225_600 // 2026-01-01

/** A guide without a source file, everything settled. Its cards are labelled `L1`, `L2` and so on. */
export function makeGuide(texts: readonly CardText[], change: Partial<Guide> = {}): Guide {
  const media = change.media ?? new Map()
  const cards = texts.map((text, index): Card => {
    const found = candidate(text)
    return {
      ...found,
      id: text.id,
      guideId: change.id ?? 'made',
      label: `L${index + 1}`,
      number: index + 1,
      path: 'made.md',
      reverse: text.reverse ?? false,
      contentHash: contentHash({...found, reverse: text.reverse ?? false}, media),
      prints: fingerprints(found, text.answer ?? ''),
      modSeconds: text.modSeconds ?? daySeconds
    }
  })
  return {
    ...{
      id: 'made',
      title: 'Made for a test',
      lang: 'en',
      tags: [],
      deck: 'Made',
      outputName: 'made',
      dateSeconds: daySeconds,
      cards,
      media
    },
    ...change
  }
}
