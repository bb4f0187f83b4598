import type {Element, ElementContent, Root} from 'hast'
import {clozeTokens, type OpenCloze} from './cloze-tokens.ts'

/** What a text has for gaps. */
export interface Clozes {
  /** As found, with repeats. */
  readonly numbers: readonly number[]
  /** Openings that nothing closes. */
  readonly unclosed: number
}

/**
 * Anki reads clozes in the text of the field: every `}}` closes, the first `::` starts the hint, in code, formulas and attributes too.
 * Markers stay as they are; what only looks like one becomes an entity (`raw` nodes), in formulas a brace with a space.
 */
export function markClozes(tree: Root): Clozes {
  const open: OpenCloze[] = []
  const numbers: number[] = []
  mark(tree, undefined)
  return {numbers, unclosed: open.length}

  function mark(parent: Root | Element, scope: Element | undefined): void {
    parent.children = parent.children.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return markText(node.value, scope)
      if (node.type === 'element') {
        disarmAttributes(node)
        mark(node, isScope(node) ? node : scope)
      }
      return node.type === 'doctype' ? [] : [node]
    })
  }

  function markText(text: string, scope: Element | undefined): ElementContent[] {
    return clozeTokens(text, open, scope).map(({type, value, numbers: found}): ElementContent => {
      numbers.push(...found)
      if (type !== 'literal') return {type: 'text', value}
      if (value === '::') return {type: 'raw', value: '&#58;&#58;'}
      return isMath(scope) ? {type: 'text', value: '} '} : {type: 'raw', value: '&#125;'}
    })
  }
}

/** Nothing in an attribute is meant as a gap. */
function disarmAttributes({properties}: Element): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string') continue
    if (name === 'href' || name === 'src') properties[name] = value.replace(/[{}]/g, encodeURIComponent).replaceAll('::', '%3A%3A')
    else properties[name] = value.replace(/([{}:])(?=\1)/g, '$1 ')
  }
}

function isScope(element: Element): boolean {
  return element.tagName === 'code' || isMath(element)
}

function isMath(element: Element | undefined): boolean {
  return Array.isArray(element?.properties.className) && element.properties.className.includes('math')
}
