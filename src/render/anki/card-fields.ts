import type {Card} from '../../guide/card.ts'
import {metaField} from './meta.ts'
import {textField} from './to-field.ts'

/**
 * Fields that both notetypes have. Nothing here moves by itself (number, line, page, build date): a note would change
 * without its card having changed.
 *
 * @param guideId - Guide that the card is in; its own `guideId` is the one it comes from.
 */
export function cardFields(card: Card, guideId: string): Readonly<Record<'Context' | 'Source' | 'Label' | 'Meta', string>> {
  return {
    Context: textField(card.section.join(' › ')),
    Source: card.sourceUrl === undefined ? '' : sourceLink(card.sourceUrl),
    Label: textField(card.label),
    Meta: metaField(card, guideId)
  }
}

/** Named after the file: a word such as "source" would be in the wrong language for most. */
function sourceLink(url: string): string {
  const {host, pathname} = new URL(url)
  const name = decodeURIComponent(pathname.split('/').at(-1) ?? '') || host
  return `<a href="${textField(url).replaceAll('"', '&quot;')}">${textField(name)}</a>`
}
