import type {Card} from './card.ts'

const SCHEME = 'cardpress-card:'

/** Address of a card within a guide, for links from card to card on paper. Outputs that know nothing of it show the text alone. */
export function cardLink({guideId, id}: Pick<Card, 'guideId' | 'id'>): string {
  return `${SCHEME}${guideId}/${id}`
}
