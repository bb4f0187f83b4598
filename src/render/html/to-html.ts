import type {Nodes} from 'hast'
import {toHtml as serialise} from 'hast-util-to-html'

const tag = /<[a-z](?:[^>"]|"[^"]*")*>/gi

/**
 * HTML5 text of a tree; `&` and `<` by name, everything else as it is. In attribute values too, where HTML itself would not ask for it:
 * Anki looks for pictures in fields by text, not by tree, and takes `title="<img src=x>"` for one.
 */
export function toHtml(tree: Nodes): string {
  const html = serialise(tree, {characterReferences: {useNamedReferences: true}})
  // In text each `<` is escaped, so a `<` opens a tag, and within a tag any further one stands in a value.
  return html.replace(tag, (whole) => `<${whole.slice(1).replaceAll('<', '&lt;')}`)
}
