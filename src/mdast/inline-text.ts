import type {Nodes} from 'mdast'

/** Elements that a browser sets on a line of their own; their text must not run into their neighbours'. */
const breaking: ReadonlySet<string> = new Set(['br', 'div', 'li', 'p', 'td', 'th', 'tr'])

/** Text inside `<style>` and `<script>` is no text of the page. */
const silent: ReadonlySet<string> = new Set(['script', 'style'])

/**
 * Text of nodes as one string whose offsets `sliceInline` understands: no marks, a line break as `\n`, an image as its alt text.
 * White space stays as written, which `toPlainText` does not promise.
 */
export function inlineText(node: Nodes | readonly Nodes[]): string {
  if (isList(node)) return textOfAll(node)
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'break') return '\n'
  if (node.type === 'html' || node.type === 'yaml' || node.type === 'footnoteReference') return ''
  if (node.type === 'htmlElement') return elementText(node)
  if ('value' in node) return node.value
  return 'children' in node ? textOfAll(node.children) : ''
}

/** Many recognisers ask for the text of the same nodes, which nobody changes once they are in a tree. */
const known = new WeakMap<readonly Nodes[], string>()

/** A sum of strings costs a third of a joined list. */
function textOfAll(nodes: readonly Nodes[]): string {
  const [first] = nodes
  if (nodes.length === 1 && first) return inlineText(first)
  let text = known.get(nodes)
  if (text === undefined) {
    text = ''
    for (const node of nodes) text += inlineText(node)
    known.set(nodes, text)
  }
  return text
}

function isList(node: Nodes | readonly Nodes[]): node is readonly Nodes[] {
  return Array.isArray(node)
}

function elementText(element: Extract<Nodes, {type: 'htmlElement'}>): string {
  if (silent.has(element.tagName)) return ''
  const text = inlineText(element.children as Nodes[])
  return breaking.has(element.tagName) ? `${text}\n` : text
}
