import type {Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'

/** Ids and tags written at a card, by hand or by another tool. */
export interface CardMarks {
  readonly id?: string
  /** As written, without `#`. */
  readonly tags: readonly string[]
}

const idAtEnd =
  /\s*(?:(?<=\s|^)\^(?<block>\d{10,}|(?=[a-z]*\d)[a-z\d]{6})|[([](?<uuid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[)\]]|\{\s*#(?<anchor>[\w:.-]+)\s*\}|(?<=\s|^)(?:ID|noteId|note_id|nid|cardId|guid)\s*:\s*(?<field>[\w-]{4,}))\s*$/iu
const tagsAtEnd = /(?:(?:^|\s+)#\p{L}[\p{L}\p{N}_/-]*)+\s*$/u
const tagsAbove = /^\s*(?:#\p{L}[\p{L}\p{N}_/-]*[ \t]*)+\n\s*/u
const idInComment = /^<!--\s*(?:ID|noteId|note_id|notecardId|card-?id|nid|guid)\s*[:=]?\s*([\w-]{4,})\s*-->$/iu

/** Tags that only say that this is a card. */
const cardTags: ReadonlySet<string> = new Set(['card', 'cards', 'flashcard', 'flashcards', 'card-spaced', 'anki', 'q'])

/** Other tools' ways to say that the answer is asked for the question too. */
const bothWays = /^(?:flash)?cards?[-/]reversed?$/i

/** Takes ids and tags off the end of inline nodes: `^1620628201203`, `(uuid)`, `{#id}`, `noteId: 17`, `#card #topic`, `[#topic]()`. */
export function takeMarks(nodes: readonly PhrasingContent[]): {nodes: PhrasingContent[]; marks: CardMarks} {
  const lead = tagsAbove.exec(inlineText(nodes).slice(0, 300))?.[0] ?? ''
  let rest = lead === '' ? [...nodes] : sliceInline(nodes, lead.length)
  let id: string | undefined
  const tags: string[] = lead.split(/\s*#/).flatMap((tag) => tag.trim() || [])
  for (let turn = 0; turn < 4; turn++) {
    const text = inlineText(rest)
    const linked = tagLink(rest)
    // Marks are short; the patterns need not search all of a long paragraph for their end.
    const before = Math.max(0, text.length - 300)
    const found = idAtEnd.exec(text.slice(before))
    const tagged = tagsAtEnd.exec(text.slice(before))
    if (linked) {
      tags.unshift(linked.tag)
      rest = linked.rest
    } else if (found && !endsInCode(rest)) {
      id ??= found.groups?.block ?? found.groups?.uuid ?? found.groups?.anchor ?? found.groups?.field
      rest = sliceInline(rest, 0, before + found.index)
    } else if (tagged && !endsInCode(rest)) {
      tags.unshift(
        ...tagged[0]
          .split('#')
          .slice(1)
          .map((tag) => tag.trim())
      )
      rest = sliceInline(rest, 0, before + tagged.index)
    } else break
  }
  return {
    nodes: rest,
    marks: {
      ...(id === undefined ? {} : {id}),
      tags: tags.filter((tag) => !cardTags.has(tag.toLowerCase())).map((tag) => (bothWays.test(tag) ? 'reverse' : tag))
    }
  }
}

/** A tag as mdanki writes it: a link without a target. */
function tagLink(nodes: readonly PhrasingContent[]): {tag: string; rest: PhrasingContent[]} | undefined {
  const at = nodes.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '')
  const last = nodes[at]
  const text = last ? inlineText(last) : ''
  if (last?.type !== 'link' || !/^#[\p{L}\p{N}_/-]+$/u.test(text)) return undefined
  return {tag: text.slice(1), rest: nodes.slice(0, at)}
}

function endsInCode(nodes: readonly Nodes[]): boolean {
  const last = nodes.at(-1)
  return (
    last?.type === 'inlineCode' ||
    (last !== undefined && 'children' in last && last.type !== 'link' && endsInCode(last.children as Nodes[]))
  )
}

/** Marks in the blocks of a side: at the end of its last paragraph, in a last line of their own, in comments. */
export function takeBlockMarks(blocks: readonly RootContent[]): {blocks: RootContent[]; marks: CardMarks} {
  const commented = blocks.flatMap(idsInComments)
  const kept = blocks.flatMap((block) => withoutComments(block) ?? [])
  const last = kept.at(-1)
  const id = commented[0]
  if (last?.type !== 'paragraph') return {blocks: kept, marks: {...(id === undefined ? {} : {id}), tags: []}}
  const {nodes, marks} = takeMarks(last.children)
  const shortened: Paragraph = {...last, children: nodes}
  const ended =
    inlineText(nodes).trim() === '' && !nodes.some((node) => node.type === 'image') ? kept.slice(0, -1) : [...kept.slice(0, -1), shortened]
  const found = id ?? marks.id
  return {
    blocks: marks.id === undefined && marks.tags.length === 0 && nodes.length === last.children.length ? kept : ended,
    marks: {...(found === undefined ? {} : {id: found}), tags: marks.tags}
  }
}

function idsInComments(node: Nodes): string[] {
  if (node.type === 'html') return [idInComment.exec(node.value.trim())?.[1] ?? []].flat()
  return 'children' in node ? (node.children as Nodes[]).flatMap(idsInComments) : []
}

/** Comments are not shown; scheduling data of other tools (`<!--SR:!...-->`) goes with them. */
function withoutComments<Node extends Nodes>(node: Node): Node | undefined {
  if (node.type === 'html') return undefined
  if (!('children' in node) || !holdsComment(node)) return node
  return {...node, children: (node.children as Nodes[]).flatMap((child) => withoutComments(child) ?? [])}
}

function holdsComment(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && (node.children as Nodes[]).some(holdsComment))
}
