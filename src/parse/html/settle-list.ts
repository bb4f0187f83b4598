import type {BlockContent, ListItem, RootContent} from 'mdast'
import type {HtmlElement} from '../../mdast/html-element.ts'
import {withHints} from './hints.ts'

/** `<ul>` and `<ol>` as Markdown lists; what stands between the items becomes an item, as browsers show it. */
export function settleList({tagName, properties, children, position}: HtmlElement): readonly RootContent[] {
  const {start, ...rest} = properties
  const items = children.filter(({type}) => type !== 'html').map(toItem)
  if (items.length === 0) return []
  return [
    {
      type: 'list',
      ordered: tagName === 'ol',
      start: tagName === 'ol' ? Number.parseInt(String(start ?? 1), 10) || 1 : null,
      spread: false,
      children: items,
      ...withHints(rest),
      ...(position && {position})
    }
  ]
}

function toItem(node: RootContent): ListItem {
  const content = node.type === 'htmlElement' && node.tagName === 'li' ? node.children : [node]
  const {position} = node
  return {type: 'listItem', spread: false, checked: null, children: content as BlockContent[], ...(position && {position})}
}
