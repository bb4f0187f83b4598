import type {ElementContent} from 'hast'

/** Words of code up to this length go to the next line whole, if they take no more than half of it. */
const LONGEST_WHOLE = 24
/** Fewest signs of a word on either side of a break. */
const FEWEST = 3
/** Signs after which readers expect a break, and Chromium makes only some. */
const AFTER = /(?<=[/\\._=&?,:-])(?![/\\._=&?,:-])/
/** Signs at which Chromium breaks by itself. */
const BREAKING = /[^\p{L}\p{N}._]/u

/**
 * Text of inline code with places to break: words that are long may break after `/ . _ - =`, short ones nowhere, and never so that a
 * sign or two stand alone. White space breaks as in prose.
 *
 * @param columns - Characters of prose on a line.
 */
export function breakCode(text: string, columns: number): readonly ElementContent[] {
  const whole = Math.min(LONGEST_WHOLE, Math.floor(columns / 2))
  const nodes: ElementContent[] = []
  const put = (value: string): void => {
    const last = nodes.at(-1)
    if (value.length > 1 && value.length <= whole && BREAKING.test(value))
      nodes.push({type: 'element', tagName: 'span', properties: {className: ['kept']}, children: [{type: 'text', value}]})
    else if (last?.type === 'text') last.value += value
    else nodes.push({type: 'text', value})
  }
  for (const [index, word] of text.split(/(\s+)/).entries()) {
    if (word === '') continue
    if (index % 2 === 1) nodes.push({type: 'text', value: word})
    else if (word.length <= whole) put(word)
    else
      for (const [at, piece] of piecesOf(word).entries()) {
        if (at > 0) nodes.push({type: 'element', tagName: 'wbr', properties: {}, children: []})
        put(piece)
      }
  }
  return nodes
}

function piecesOf(word: string): readonly string[] {
  const pieces: string[] = []
  for (const part of word.split(AFTER)) {
    const last = pieces.at(-1)
    if (last !== undefined && (last.length < FEWEST || part.length < FEWEST)) pieces[pieces.length - 1] = last + part
    else pieces.push(part)
  }
  return pieces
}
