import type {Card} from '../../guide/card.ts'
import {metaField} from './meta.ts'
import {textField} from './to-field.ts'

/**
 * Fields that both notetypes have. Nothing here moves by itself (number, line, page, build date): a note would change
 * without its card having changed.
 *
 * @param guideId - Guide that the card is in; its own `guideId` is the one it comes from.
 */
export function cardFields(card: Card, guideId: string): {readonly Context: string; readonly Label: string; readonly Meta: string} {
  return {Context: textField(card.section.join(' › ')), Label: textField(card.label), Meta: metaField(card, guideId)}
}
