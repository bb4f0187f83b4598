import type {List, ListItem, Nodes, Paragraph, RootContent} from 'mdast'
import type {Option} from '../guide/candidate.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {choicesOnOneLine, labelsChoices} from './choices-on-one-line.ts'

/** The choices below a question. */
export interface OptionBlock {
  /** First and last place among the nodes below the question; options may be several lists or paragraphs. */
  readonly from: number
  readonly to: number
  readonly options: readonly Option[]
  /** Letters or numbers by which an answer names them, upper case, in the order of the options. */
  readonly names: readonly string[]
  /** Told by check boxes. */
  readonly boxes: boolean
}

const name = /^\s*[([（]?([A-Ja-j]|[1-9])\s*(?:[:：.)\]）、]|\s[-–—]\s)\s*/u

/** Finds lettered or boxed choices: a list, or lines of one paragraph. Two or more, names in order.
 * `loose` takes boxes of which none is checked, `named` choices below prose, as the answer names one. */
export function readOptions(
  nodes: readonly RootContent[],
  isMark: (node: RootContent) => boolean,
  {loose = false, named = false}: {loose?: boolean; named?: boolean} = {}
): OptionBlock | undefined {
  let prose = 0
  let labelAt: number | undefined
  for (const [at, node] of nodes.entries()) {
    const block =
      node.type === 'list'
        ? (fromBoxes(nodes, at, loose || (prose === 0 && nodes.slice(at + 1).some(isMark))) ??
          fromList(node, at) ??
          (prose === 0 ? (fromTicks(node, at) ?? fromAnswer(node, at, nodes.slice(at + 1))) : undefined))
        : node.type === 'paragraph'
          ? (fromMarks(node, at) ?? fromLines(node, at) ?? fromOneLine(node, at) ?? fromParagraphs(nodes, at))
          : undefined
    // Below prose, lettered points are a part of it, unless an answer is announced after them.
    if (node.type === 'paragraph' && labelsChoices(node)) {
      labelAt = at
      continue
    }
    if (block && (block.boxes || prose === 0 || named || nodes.slice(at + 1).some(isMark) || isSaidBelow(block, nodes[at + 1])))
      return labelAt === block.from - 1 ? {...block, from: labelAt} : block
    if (isMark(node)) return undefined
    if (node.type === 'paragraph' || node.type === 'list') prose++
  }
  return undefined
}

/** Whether the code or line below choices repeats one of them, its name included. */
function isSaidBelow({options}: OptionBlock, answer: RootContent | undefined): boolean {
  if (answer?.type !== 'code' && answer?.type !== 'paragraph') return false
  const said = bare(toPlainText(answer))
  return options.some(({name: written = '', content}) => bare(`${written} ${toPlainText(content as Nodes[])}`) === said)
}

/** A task list with two or more items and at least one checked. Code between the boxes belongs to the one above it. */
function fromBoxes(nodes: readonly RootContent[], at: number, loose: boolean): OptionBlock | undefined {
  const options: {name?: string; content: RootContent[]; right: boolean}[] = []
  let to = at
  let coded = false
  for (let index = at; index < nodes.length; index++) {
    const node = nodes[index]
    if (node?.type === 'list' && node.children.every((item) => typeof item.checked === 'boolean')) {
      options.push(...node.children.map((item) => ({...toOption(item), right: item.checked === true})))
    } else if ((node?.type === 'code' || node?.type === 'image') && options.length > 0 && (coded || boxesFollow(nodes, index))) {
      options.at(-1)?.content.push(node)
      coded = true
    } else break
    to = index
  }
  const checked = options.some(({right}) => right)
  return options.length >= 2 && (checked || loose) ? {from: at, to, options, names: alphabet(options.length), boxes: true} : undefined
}

const tick = /\s*(?:[✅✔☑]\ufe0f?|:white_check_mark:|\((?:correct|right)\))\s*/u

/** Plain points right below the question of which some, not all, carry a tick; below prose ticks weigh for and against. */
function fromTicks(list: List, at: number): OptionBlock | undefined {
  const ticked = list.children.map((item) => tick.test(inlineText(item)))
  if (list.children.length < 2 || !ticked.includes(true) || !ticked.includes(false)) return undefined
  const options = list.children.map((item, index) => ({
    content: ticked[index] ? withoutTick(item.children) : [...item.children],
    right: ticked[index] === true
  }))
  return {from: at, to: at, options, names: alphabet(options.length), boxes: false}
}

/** Points without names right below the question, one of which the code or the line under them repeats to the letter. */
function fromAnswer(list: List, at: number, below: readonly RootContent[]): OptionBlock | undefined {
  const [answer] = below
  if (list.children.length < 2 || !(answer?.type === 'code' || answer?.type === 'paragraph')) return undefined
  const said = bare(toPlainText(answer).replace(/^\s*(?:the )?(?:correct )?answer(?: is)?\s*[:：]?\s*/iu, ''))
  const matches = list.children.filter((item) => bare(toPlainText(item)) === said)
  if (said === '' || matches.length !== 1) return undefined
  const options = list.children.map((item) => ({content: [...item.children], right: item === matches[0]}))
  return {from: at, to: at, options, names: alphabet(options.length), boxes: false}
}

function withoutTick(nodes: readonly RootContent[]): RootContent[] {
  const [first, ...rest] = nodes
  if (first?.type !== 'paragraph') return [...nodes]
  const text = inlineText(first.children)
  const found = tick.exec(text)
  if (!found) return [...nodes]
  const end = found.index + found[0].length
  return [{...first, children: [...sliceInline(first.children, 0, found.index), ...sliceInline(first.children, end)]}, ...rest]
}

function boxesFollow(nodes: readonly RootContent[], at: number): boolean {
  const next = nodes.slice(at + 1).find((node) => node.type !== 'code' && node.type !== 'image')
  return next?.type === 'list' && next.children.every((item) => typeof item.checked === 'boolean')
}

function fromList(list: List, at: number): OptionBlock | undefined {
  const found = list.children.map((item) => nameOf(item))
  if (found.length < 2 || !inOrder(found)) return undefined
  const options = withBold(list.children.map(toOption))
  return {from: at, to: at, options, names: found.map(String), boxes: false}
}

function fromLines(paragraph: Paragraph, at: number): OptionBlock | undefined {
  const text = inlineText(paragraph.children)
  if (!name.test(text.split('\n', 1)[0] ?? '')) return undefined
  const starts: number[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    if (name.test(line)) starts.push(offset)
    else if (starts.length > 0 && line.trim() !== '') return undefined
    offset += line.length + 1
  }
  const names = starts.map((start) => name.exec(text.slice(start))?.[1]?.toUpperCase())
  if (starts.length < 2 || !inOrder(names)) return undefined
  const options = starts.map((start, index) => {
    const written = name.exec(text.slice(start))?.[0] ?? ''
    const from = start + written.length
    const children = sliceInline(paragraph.children, from, starts[index + 1] === undefined ? text.length : (starts[index + 1] ?? 0) - 1)
    return {name: written.trim(), content: [{type: 'paragraph' as const, children}], right: false}
  })
  return {from: at, to: at, options: withBold(options), names: names.map(String), boxes: false}
}

const radio = /^\s*[([]([ xX])[)\]]\s+(?=\S)/u

/** `( ) one`, `(X) two`, `[x] three`: all lines of a paragraph with buttons or boxes, some of them marked. */
function fromMarks(paragraph: Paragraph, at: number): OptionBlock | undefined {
  const lines = inlineText(paragraph.children).split('\n')
  const marks = lines.map((line) => radio.exec(line))
  if (lines.length < 2 || !marks.every((mark) => mark !== null) || !marks.some((mark) => mark?.[1] !== ' ')) return undefined
  let start = 0
  const options = lines.map((line, index) => {
    const children = sliceInline(paragraph.children, start + (marks[index]?.[0].length ?? 0), start + line.length)
    start += line.length + 1
    return {content: [{type: 'paragraph' as const, children}], right: marks[index]?.[1] !== ' '}
  })
  return {from: at, to: at, options, names: alphabet(options.length), boxes: true}
}

/** `A) one`, `B) two`: three or more paragraphs of a line each, or two above the mark of an answer, in order from the first letter. */
function fromParagraphs(nodes: readonly RootContent[], at: number): OptionBlock | undefined {
  const options: Option[] = []
  for (const node of nodes.slice(at)) {
    const text = node.type === 'paragraph' ? inlineText(node.children) : ''
    const written = name.exec(text)
    if (node.type !== 'paragraph' || text.includes('\n') || written?.[1]?.toUpperCase() !== alphabet(options.length + 1).at(-1)) break
    const children = sliceInline(node.children, written?.[0].length ?? 0)
    options.push({name: written?.[0].trim() ?? '', content: [{...node, children}], right: false})
  }
  if (options.length < 2) return undefined
  return {from: at, to: at + options.length - 1, options: withBold(options), names: alphabet(options.length), boxes: false}
}

/** One choice that is emphasised as a whole, of three or more, is the right one. */
function withBold(options: readonly Option[]): readonly Option[] {
  const [only, ...others] = options.filter(({content: [first]}) => {
    const children = first?.type === 'paragraph' ? first.children.filter((child) => inlineText(child).trim() !== '') : []
    return children.length > 0 && children.every(({type}) => type === 'strong')
  })
  if (options.length < 3 || !only || others.length > 0) return options
  return options.map((option) => (option === only ? {...option, content: option.content.map(plain), right: true} : option))
}

function plain(node: RootContent): RootContent {
  if (node.type !== 'paragraph') return node
  return {...node, children: node.children.flatMap((child) => (child.type === 'strong' ? child.children : [child]))}
}

function fromOneLine(paragraph: Paragraph, at: number): OptionBlock | undefined {
  const found = choicesOnOneLine(paragraph)
  return found && {from: at, to: at, ...found, boxes: false}
}

function nameOf(item: ListItem): string | undefined {
  return name.exec(inlineText(item.children[0] ?? []))?.[1]?.toUpperCase()
}

function inOrder(letters: readonly (string | undefined)[]): boolean {
  return letters.every((found, index) => found === (letters[0] === '1' ? String(index + 1) : letterAt(index)))
}

function alphabet(length: number): string[] {
  return Array.from({length}, (_, index) => letterAt(index))
}

function letterAt(index: number): string {
  return String.fromCharCode(65 + index)
}

/** The choice in a list item: its letter apart from its content. */
function toOption(item: ListItem): {name?: string; content: RootContent[]; right: boolean} {
  const [first, ...rest] = item.children
  const written = first?.type === 'paragraph' ? (name.exec(inlineText(first.children))?.[0] ?? '') : ''
  if (first?.type !== 'paragraph' || written === '') return {content: [...item.children], right: false}
  return {name: written.trim(), content: [{...first, children: sliceInline(first.children, written.length)}, ...rest], right: false}
}

/** Options with the right ones marked, as the answer tells: by an option's own text, or by name ("B", "A and C", "Answer: D"). */
export function markRight(block: Pick<OptionBlock, 'options' | 'names'>, answer: readonly RootContent[]): readonly Option[] {
  if (block.options.some(({right}) => right)) return block.options
  const text = bare(toPlainText(answer as Nodes[]))
  const same = block.options.map(({content}) => text !== '' && bare(toPlainText(content as Nodes[])) === text)
  const named = same.includes(true) ? [] : namesIn(answer)
  return block.options.map((option, at) => ({...option, right: same[at] === true || named.includes(block.names[at] ?? '')}))
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s.]+$/u, '')
}

const announced = /^(?:the )?(?:(?:correct|right) )?(?:answers?|options?|choices?)\s*(?:is|are|:)?\s*/i
const list = /^[\s([*]*([A-Ja-j1-9])(?:\s*(?:,|&|\/|\+|and|y|e|et|und|и|、|和)\s*[A-Ja-j1-9](?![\p{L}\p{N}]))*/u

/** Whether an answer names a choice: `B`, `Answer: B`, `B. A broker`. */
export function namesChoice(answer: readonly RootContent[]): boolean {
  return namesIn(answer).length > 0
}

/** The choices once more, by their letters, of which some are called right: `B - Correct`. */
const nameAlone = /^\s*([A-J])(?:\s*[-–—:.)(]\s*(?:in)?correct\)?)?\s*$/iu
const tickedName = /^\s*[A-J]\s*[-–—:.)(]\s*correct/iu

/** The names with which an answer begins, upper case. "A broker" names nothing, "A. A broker" does. */
function namesIn(answer: readonly RootContent[]): string[] {
  const [first] = answer
  if (first?.type === 'list' && first.children.every((item) => nameAlone.test(inlineText(item))))
    return first.children.flatMap((item) => (tickedName.test(inlineText(item)) ? (nameAlone.exec(inlineText(item))?.[1] ?? []) : []))
  const text = toPlainText(answer.slice(0, 1) as Nodes[]).replace(announced, '')
  const joined = /^\s*([A-J]{2,6})(?=\s|$|[.,])/u.exec(text)?.[1]
  if (joined && [...joined].every((letter, at) => at === 0 || letter > (joined[at - 1] ?? ''))) return [...joined]
  const head = list.exec(text)?.[0]
  const after = head === undefined ? '' : text.slice(head.length)
  if (head === undefined || /^[\p{L}\p{N}'’]/u.test(after)) return []
  const word = /^\s+\p{L}/u.test(after)
  if (word && /^\s*(?:[a-j]|A|I)$/u.test(head)) return []
  return [...head.matchAll(/(?<![\p{L}\p{N}])[A-Ja-j1-9](?![\p{L}\p{N}])/gu)].map(([found]) => found.toUpperCase())
}
