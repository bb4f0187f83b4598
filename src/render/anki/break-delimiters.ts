import type {Element, ElementContent, Nodes} from 'hast'
import {SKIP, visit} from 'unist-util-visit'

const delimiter = /(?<=\\)(?=[()[\]])/

/** Keeps Anki's MathJax from reading `\(` in plain text as math: an empty element parts the two. Code is safe, formulas are meant. */
export function breakDelimiters(tree: Nodes): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && isOpaque(node)) return SKIP
    if (node.type !== 'text' || !parent || index === undefined || !delimiter.test(node.value)) return undefined
    const parts = node.value.split(delimiter).flatMap((value, part): ElementContent[] => {
      const text: ElementContent = {type: 'text', value}
      return part === 0 ? [text] : [{type: 'element', tagName: 'span', properties: {}, children: []}, text]
    })
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}

function isOpaque({tagName, properties}: Element): boolean {
  return tagName === 'pre' || tagName === 'code' || (Array.isArray(properties.className) && properties.className.includes('math'))
}
