import type {ElementContent} from 'hast'
import type {Highlighter} from '../html/html-options.ts'
import {clozeTokens} from './cloze-tokens.ts'

/** A stretch of code with the classes around it, outermost first. */
interface Run {
  readonly text: string
  readonly classes: readonly string[][]
}

/** A marker and where it stands in the code without markers. */
interface Marker {
  readonly at: number
  readonly value: string
}

/** Colours code with cloze markers as if they were not there, then puts them back between whole elements. */
export function highlightAroundClozes(highlight: Highlighter): Highlighter {
  return (code, language) => {
    const {plain, markers} = takeMarkers(code)
    const nodes = highlight(plain, language)
    if (nodes === undefined || markers.length === 0) return nodes
    return putMarkers(toRuns(nodes, []), markers)
  }
}

/** Hints are no code either. */
function takeMarkers(code: string): {plain: string; markers: readonly Marker[]} {
  const markers: Marker[] = []
  let plain = ''
  let inHint = false
  for (const {type, value} of clozeTokens(code, [], undefined)) {
    if (type === 'separator') inHint = true
    if (type === 'open' || type === 'close') inHint = false
    if (inHint || type === 'open' || type === 'close') markers.push({at: plain.length, value})
    else plain += value
  }
  return {plain, markers}
}

function toRuns(nodes: readonly ElementContent[], classes: readonly string[][]): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [{text: node.value, classes}]
    if (node.type !== 'element') return []
    const own = Array.isArray(node.properties.className) ? node.properties.className.map(String) : []
    return toRuns(node.children, [...classes, own])
  })
}

function putMarkers(runs: readonly Run[], markers: readonly Marker[]): ElementContent[] {
  const out: ElementContent[] = []
  let next = 0
  let offset = 0
  const putUpTo = (place: number) => {
    for (let marker = markers[next]; marker && marker.at <= place; marker = markers[++next]) out.push({type: 'text', value: marker.value})
  }
  for (const {text, classes} of runs) {
    let rest = text
    while (rest !== '') {
      putUpTo(offset)
      const length = Math.min(rest.length, (markers[next]?.at ?? Number.POSITIVE_INFINITY) - offset)
      out.push(wrap(rest.slice(0, length), classes))
      rest = rest.slice(length)
      offset += length
    }
  }
  putUpTo(Number.POSITIVE_INFINITY)
  return out
}

function wrap(value: string, classes: readonly string[][]): ElementContent {
  return classes.reduceRight<ElementContent>(
    (inside, className) => ({type: 'element', tagName: 'span', properties: {className: [...className]}, children: [inside]}),
    {type: 'text', value}
  )
}
