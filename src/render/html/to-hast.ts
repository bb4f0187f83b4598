import type {Root} from 'hast'
import type {RootContent} from 'mdast'
import {toHast as fromMdast} from 'mdast-util-to-hast'
import {createHandlers} from './create-handlers.ts'
import {footnotesOf, withoutFootnotes} from './footnotes.ts'
import type {HtmlOptions} from './html-options.ts'
import {withSafeHints} from './with-safe-hints.ts'

/**
 * HTML of a card side, safe to show: only elements and attributes of the allow-list, only links that a reader may follow,
 * only pictures that the caller knows. No ids, inline styles or scripts, so that sides of many cards can stand on one page.
 *
 * @param side - The whole side, where `nodes` are a part of it: footnotes are numbered through it, and listed with the part that has them.
 */
export function toHast(nodes: readonly RootContent[], options: HtmlOptions, side: readonly RootContent[] = nodes): Root {
  const safe = nodes.map(withSafeHints)
  const notes = footnotesOf(side === nodes ? safe : side.map(withSafeHints))
  const blocks = withoutFootnotes(safe)
  const handlers = createHandlers(options, notes)
  const tree = fromMdast({type: 'root', children: [...blocks, ...(blocks.length < safe.length ? notes.asBlocks() : [])]}, {handlers})
  return tree.type === 'root' ? tree : {type: 'root', children: tree.type === 'doctype' ? [] : [tree]}
}
