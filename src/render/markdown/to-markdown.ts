import type {RootContent} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {writeBlocks} from './write-blocks.ts'

/** A card as far as Markdown tells it. */
export interface MarkdownCard
  extends Pick<Candidate, 'kind' | 'question' | 'options' | 'answer' | 'explanation' | 'section' | 'tags' | 'id'> {
  /** Whether `Q:` has to say that the heading asks. @default false */
  readonly labelled?: boolean
}

/** What the front matter says; absent keys are left out. */
export interface MarkdownHead {
  readonly title: string
  readonly id?: string | undefined
  readonly author?: string | undefined
  readonly date?: string | undefined
  readonly deck?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly reverse?: boolean | undefined
}

const deepest = 6

/**
 * Cards in the one shape that cardpress writes: a heading that asks, choices as check boxes, the answer below a label, gaps as
 * `{{c1::...}}`, sections as headings, ids and tags behind the question. Ends with a line feed.
 */
export async function toMarkdown(head: MarkdownHead, cards: readonly MarkdownCard[]): Promise<string> {
  const {stringify} = await import('yaml')
  const matter = stringify(Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined)), {lineWidth: 0})
  const blocks: RootContent[] = [heading(1, [{type: 'text', value: head.title}])]
  const asBlocks = cards.some(isLongCloze)
  let section: readonly string[] = []
  for (const card of inReadingOrder(cards)) {
    blocks.push(...sectionHeadings(section, card.section))
    section = card.section
    blocks.push(...(card.kind === 'cloze' ? cloze(card, asBlocks) : question(card)))
  }
  return `---\n${matter}---\n\n${writeBlocks(blocks)}`
}

/**
 * What stands below a heading belongs to it, so cards without a section come first, and within a section the texts with gaps come
 * before the questions. Else the order stays.
 */
function inReadingOrder(cards: readonly MarkdownCard[]): MarkdownCard[] {
  const runs: MarkdownCard[][] = []
  for (const card of [...cards].sort((a, b) => Math.min(1, a.section.length) - Math.min(1, b.section.length))) {
    const run = runs.at(-1)
    if (run?.[0] && samePath(run[0].section, card.section)) run.push(card)
    else runs.push([card])
  }
  return runs.flatMap((run) => run.sort((a, b) => Number(b.kind === 'cloze') - Number(a.kind === 'cloze')))
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, level) => name === b[level])
}

/** Headings for the levels that are new; the way back up from a deeper section says the last one again. */
function sectionHeadings(before: readonly string[], now: readonly string[]): RootContent[] {
  const same = now.findIndex((name, level) => before[level] !== name)
  const start = same !== -1 ? same : before.length > now.length ? now.length - 1 : now.length
  return now.slice(start).map((name, index) => heading(start + index + 2, [{type: 'text', value: name}]))
}

function question(card: MarkdownCard): RootContent[] {
  const [first, ...rest] = card.question
  const stem = first?.type === 'paragraph' ? first.children : []
  const level = Math.min(deepest, card.section.length + 2)
  return [
    heading(level, [...(card.labelled ? [{type: 'text' as const, value: 'Q: '}] : []), ...oneLine(stem), ...marks(card)]),
    ...(first?.type === 'paragraph' ? rest : card.question).map((node) => below(node, level)),
    ...choices(card),
    ...labelled('Answer', card.answer, card.kind !== 'unanswered' && card.answer.length > 0).map((node) => below(node, level)),
    ...labelled('Explanation', card.explanation, card.explanation.length > 0).map((node) => below(node, level))
  ]
}

/** A gap text of one block stands for itself; others need marks for where they begin and end, and then all in the file get them. */
function cloze(card: MarkdownCard, asBlocks: boolean): RootContent[] {
  const [first, ...rest] = card.question
  if (first?.type !== 'paragraph') return [...card.question]
  if (!asBlocks) return [{...first, children: [...first.children, ...marks(card)]}, ...rest]
  const field = (name: string, value: string): RootContent[] => [paragraph(`${name}: ${value}`)]
  return [
    paragraph('START\nCloze'),
    ...card.question,
    ...(card.explanation.length > 0 ? [paragraph('Extra:'), ...card.explanation] : []),
    ...(card.tags.length > 0 ? field('Tags', card.tags.join(' ')) : []),
    ...(card.id === undefined ? [] : field('ID', card.id)),
    paragraph('END')
  ]
}

function isLongCloze({kind, question: [first, ...rest], explanation}: MarkdownCard): boolean {
  return kind === 'cloze' && first?.type === 'paragraph' && (rest.length > 0 || explanation.length > 0)
}

/** Check boxes where the right ones are known and nothing else names them, else letters that the answer names. */
function choices({options, answer}: MarkdownCard): RootContent[] {
  if (options.length === 0) return []
  const isNamed = !options.some(({right}) => right) || namesLetters(answer)
  const children = options.map(({content, right}, index) => ({
    type: 'listItem' as const,
    spread: false,
    checked: isNamed ? null : right,
    children: (isNamed ? withLetter(content, index) : [...content]) as never[]
  }))
  return [{type: 'list', ordered: false, spread: false, children}]
}

function namesLetters([only, ...more]: readonly RootContent[]): boolean {
  const [text, ...rest] = only?.type === 'paragraph' ? only.children : []
  return more.length === 0 && rest.length === 0 && text?.type === 'text' && /^[A-Z](?:, [A-Z])*$/.test(text.value)
}

function withLetter([first, ...rest]: readonly RootContent[], index: number): RootContent[] {
  const letter = {type: 'text' as const, value: `${letterOf(index)}: `}
  if (first?.type === 'paragraph') return [{...first, children: [letter, ...first.children]}, ...rest]
  return [{type: 'paragraph', children: [letter]}, ...(first ? [first] : []), ...rest]
}

/** The letter of an option by its place, from 0. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index)
}

function labelled(label: string, nodes: readonly RootContent[], isThere: boolean): RootContent[] {
  if (!isThere) return []
  return [{type: 'paragraph', children: [{type: 'strong', children: [{type: 'text', value: `${label}:`}]}]}, ...nodes]
}

/** Ids and tags as the reader knows them, after all that a learner sees. */
function marks({id, tags}: MarkdownCard): {type: 'html'; value: string}[] {
  const written = [...tags.map((tag) => `#${tag}`), ...(id === undefined ? [] : [`{#${id}}`])]
  return written.map((value) => ({type: 'html', value: ` ${value}`}))
}

/** A heading is one line. */
function oneLine<Node extends {type: string}>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (node.type === 'break') return {type: 'htmlElement', tagName: 'br', properties: {}, children: []} as unknown as Node
    if ('value' in node && node.type === 'text') return {...node, value: String(node.value).replace(/\s*\n\s*/g, ' ')}
    return 'children' in node ? {...node, children: oneLine(node.children as Node[])} : node
  })
}

/** A heading inside a card must not end it. */
function below(node: RootContent, level: number): RootContent {
  return node.type === 'heading' && node.depth <= level ? heading(Math.min(deepest, level + 1), node.children) : node
}

function heading(depth: number, children: readonly RootContent[]): RootContent {
  return {type: 'heading', depth: Math.min(deepest, depth) as 1, children: [...children] as never[]}
}

function paragraph(value: string): RootContent {
  return {type: 'paragraph', children: [{type: 'text', value}]}
}
