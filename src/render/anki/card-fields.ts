import type {Card} from '../../guide/card.ts'
import {textField} from './to-field.ts'

/** Raised when the meaning of a field changes; a reader of old decks looks at it. */
const formatVersion = 1

/**
 * Fields that both notetypes have. Nothing here moves by itself (number, line, page, build date): a note would change
 * without its card having changed.
 */
export function cardFields(card: Card): {readonly Context: string; readonly Label: string; readonly Meta: string} {
  const meta = {card: card.id, guide: card.guideId, hash: card.contentHash, format: formatVersion}
  return {Context: textField(card.section.join(' › ')), Label: textField(card.label), Meta: textField(JSON.stringify(meta))}
}
