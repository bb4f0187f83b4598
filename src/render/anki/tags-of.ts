import type {Card} from '../../guide/card.ts'
import type {Guide} from '../../guide/guide.ts'

/** Tags of a card's note: its sections as a path below the guide, then the words of guide and card. First spelling wins; Anki ignores case. */
export function tagsOf(card: Card, guide: Pick<Guide, 'id' | 'tags'>): string[] {
  const path = ['cardpress', guide.id, ...card.section].map(component).filter((part) => part !== '')
  const words = [...guide.tags, ...card.tags].map((tag) =>
    tag
      .split('::')
      .map(component)
      .filter((part) => part !== '')
  )
  const tags = [path, ...words.filter((parts) => parts.length > 0).map((parts) => ['cardpress', ...parts])].map((parts) => parts.join('::'))
  const seen = new Set<string>()
  return tags.filter((tag) => {
    const key = tag.toLowerCase()
    return seen.has(key) ? false : seen.add(key)
  })
}

/** A level of a tag: spaces would part tags, `::` levels, and `"` `*` `_` `\` mean something in Anki's searches. */
function component(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}"*\\]+/gu, '')
    .replace(/:{2,}/g, ':')
    .replace(/[\s_]+/g, '-')
    .replace(/^[-:]+|[-:]+$/g, '')
}
