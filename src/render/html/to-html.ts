import type {Nodes} from 'hast'
import {toHtml as serialise} from 'hast-util-to-html'

/** HTML5 text of a tree; `&` and `<` by name, everything else as it is. */
export function toHtml(tree: Nodes): string {
  return serialise(tree, {characterReferences: {useNamedReferences: true}})
}
