import type {List, ListItem, Nodes, RootContent} from 'mdast'
import type {Option} from '../guide/candidate.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'

/** The choices below a question. */
export interface OptionBlock {
  /** First and last place among the nodes below the question; options may be several lists or paragraphs. */
  readonly from: number
  readonly to: number
  readonly options: readonly Option[]
  /** Letters or numbers by which an answer names them, upper case, in the order of the options. */
  readonly letters: readonly string[]
  /** Told by check boxes. */
  readonly boxes: boolean
}

const letter = /^\s*[([（]?([A-Ha-h])\s*(?:[:：.)\]）、]|\s[-–—]\s)\s*/u

/** Finds lettered or boxed choices: a list, or lines of one paragraph. Two or more, letters in order from A. */
export function readOptions(nodes: readonly RootContent[], isMark: (node: RootContent) => boolean): OptionBlock | undefined {
  let prose = 0
  for (const [at, node] of nodes.entries()) {
    const block =
      node.type === 'list' ? (fromBoxes(node, at) ?? fromList(node, at)) : node.type === 'paragraph' ? fromLines(node, at) : undefined
    // Below prose, lettered points are a part of it, unless an answer is announced after them.
    if (block && (block.boxes || prose === 0 || nodes.slice(at + 1).some(isMark))) return block
    if (isMark(node)) return undefined
    if (node.type === 'paragraph' || node.type === 'list') prose++
  }
  return undefined
}

/** A task list with two or more items and at least one checked. */
function fromBoxes(list: List, at: number): OptionBlock | undefined {
  const items = list.children
  if (items.length < 2 || items.some((item) => typeof item.checked !== 'boolean') || !items.some((item) => item.checked)) return undefined
  const options = items.map((item) => ({content: stripLetter(item.children), right: item.checked === true}))
  return {from: at, to: at, options, letters: alphabet(items.length), boxes: true}
}

function fromList(list: List, at: number): OptionBlock | undefined {
  const found = list.children.map((item) => letterOf(item))
  if (found.length < 2 || !inOrder(found)) return undefined
  const options = list.children.map((item) => ({content: stripLetter(item.children), right: false}))
  return {from: at, to: at, options, letters: alphabet(found.length), boxes: false}
}

function fromLines(paragraph: Extract<RootContent, {type: 'paragraph'}>, at: number): OptionBlock | undefined {
  const text = inlineText(paragraph.children)
  const starts: number[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    if (letter.test(line)) starts.push(offset)
    else if (starts.length > 0 && line.trim() !== '') return undefined
    offset += line.length + 1
  }
  const letters = starts.map((start) => letter.exec(text.slice(start))?.[1]?.toUpperCase())
  if (starts.length < 2 || starts[0] !== 0 || !inOrder(letters)) return undefined
  const options = starts.map((start, index) => {
    const from = start + (letter.exec(text.slice(start))?.[0].length ?? 0)
    const children = sliceInline(paragraph.children, from, starts[index + 1] === undefined ? text.length : (starts[index + 1] ?? 0) - 1)
    return {content: [{type: 'paragraph' as const, children}], right: false}
  })
  return {from: at, to: at, options, letters: alphabet(options.length), boxes: false}
}

function letterOf(item: ListItem): string | undefined {
  return letter.exec(inlineText(item.children[0] ?? []))?.[1]?.toUpperCase()
}

function inOrder(letters: readonly (string | undefined)[]): boolean {
  return letters.every((found, index) => found === alphabet(letters.length)[index])
}

function alphabet(length: number): string[] {
  return Array.from({length}, (_, index) => String.fromCharCode(65 + index))
}

function stripLetter(nodes: readonly RootContent[]): RootContent[] {
  const [first, ...rest] = nodes
  if (first?.type !== 'paragraph') return [...nodes]
  const length = letter.exec(inlineText(first.children))?.[0].length ?? 0
  return length === 0 ? [...nodes] : [{...first, children: sliceInline(first.children, length)}, ...rest]
}

/** Options with the right ones marked, as the answer names them: "B", "A and C", "Answer: D", or an option's own text. */
export function markRight(block: OptionBlock, answer: readonly RootContent[]): readonly Option[] {
  if (block.options.some(({right}) => right)) return block.options
  const named = lettersNamed(answer, block.letters)
  if (named.length > 0) return block.options.map((option, index) => ({...option, right: named.includes(block.letters[index] ?? '')}))
  const text = toPlainText(answer as Nodes[]).toLowerCase()
  const same = block.options.map((option) => toPlainText(option.content as Nodes[]).toLowerCase() === text)
  return block.options.map((option, index) => ({...option, right: same[index] === true}))
}

/** The letters with which an answer begins. */
function lettersNamed(answer: readonly RootContent[], letters: readonly string[]): string[] {
  const text = toPlainText(answer.slice(0, 1) as Nodes[]).replace(
    /^(?:the )?(?:(?:correct|right) )?(?:answers?|options?|choices?)\s*(?:is|are|:)?\s*/i,
    ''
  )
  const head = /^[\s([*]*([A-H])(?:\s*(?:,|&|\/|and|y|e|et|und|и|、|和)\s*([A-H]))*(?![\p{L}\p{N}'’])/u.exec(text)
  return head
    ? [...head[0].matchAll(/(?<![\p{L}])[A-H](?![\p{L}])/gu)].map(([found]) => found).filter((found) => letters.includes(found))
    : []
}
