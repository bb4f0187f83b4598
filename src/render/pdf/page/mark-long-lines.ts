import type {Element, ElementContent} from 'hast'
import {textWidth} from './text-width.ts'

/** Code of so many lines is kept in one piece. */
const SHORT_LINES = 14

/**
 * Wraps each line of a `pre` that is longer than the column into a `span.long`, which the style sheet indents and marks where it
 * continues, and calls a `pre` of few lines short. Short lines stay as they are: most code needs no boxes.
 *
 * @param columns - Characters that fit on a line.
 */
export function markLongLines(pre: Element, columns: number): void {
  const code = pre.children.find((child): child is Element => child.type === 'element' && child.tagName === 'code') ?? pre
  trimEnd(code)
  const lines = splitLines(code.children)
  if (lines.length <= SHORT_LINES) pre.properties.className = ['short']
  if (lines.every((line) => lengthOf(line) <= columns)) return
  code.children = lines.flatMap((line, index) => {
    const isLast = index === lines.length - 1
    // A block ends its line itself: the line break behind it would make an empty one.
    if (lengthOf(line) > columns) return [{type: 'element', tagName: 'span', properties: {className: ['long']}, children: line}]
    return isLast ? line : [...line, {type: 'text', value: '\n'}]
  })
}

/** Cuts a tree at line breaks; elements that span lines are opened again on the next. */
function splitLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  const put = (node: ElementContent) => lines.at(-1)?.push(node)
  for (const node of nodes) {
    if (node.type === 'text') {
      for (const [index, value] of node.value.split('\n').entries()) {
        if (index > 0) lines.push([])
        if (value !== '') put({type: 'text', value})
      }
    } else if (node.type === 'element') {
      for (const [index, children] of splitLines(node.children).entries()) {
        if (index > 0) lines.push([])
        if (children.length > 0) put({...node, children})
      }
    }
  }
  return lines
}

/** Width in characters, a tab counted as four. */
function lengthOf(nodes: readonly ElementContent[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type === 'text') return sum + textWidth(node.value) + 3 * (node.value.match(/\t/g)?.length ?? 0)
    return sum + (node.type === 'element' ? lengthOf(node.children) : 0)
  }, 0)
}

/** Takes the line break off that ends every fence. */
function trimEnd(parent: Element): void {
  const last = parent.children.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/\n+$/, '')
  else if (last?.type === 'element') trimEnd(last)
}
