import type {Element, Root as HastRoot} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {RootContent} from 'mdast'
import type {Option} from '../guide/candidate.ts'
import {answerPrint} from '../guide/natural-ids.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {type Meta, parseMeta} from '../render/anki/meta.ts'
import {letterOf, type MarkdownCard} from '../render/markdown/markdown-card.ts'
import {type FieldOptions, fromAnkiHtml, fromAnkiTree} from './from-anki-html.ts'
import type {DeckNote} from './read-deck.ts'

/** A note as a card that Markdown can tell. */
export interface DeckCard {
  readonly card: MarkdownCard
  /** What cardpress knew of it; absent in notes of other tools. */
  readonly meta?: Meta
  readonly note: DeckNote
}

type Sides = Pick<MarkdownCard, 'kind' | 'question' | 'options' | 'answer' | 'explanation'>

/** Reads a note: ours by the names of its fields, others by their order, first the front (or the text with gaps), then the back. */
export function toDeckCard(note: DeckNote, options: Omit<FieldOptions, 'own'>): DeckCard {
  const meta = parseMeta(note.fields.get('Meta') ?? '')
  const sides = meta ? ownSides(note, meta, {...options, own: true}) : sidesInOrder(note, {...options, own: false})
  const card = {
    ...sides,
    section: meta ? sectionOf(note) : [],
    tags: tagsOf(note, meta),
    ...(meta?.given !== undefined && {id: meta.given})
  }
  return {card, note, ...(meta && {meta})}
}

function ownSides({fields, isCloze}: DeckNote, meta: Meta, options: FieldOptions): Sides {
  const field = (name: string) => fields.get(name) ?? ''
  const explanation = fromAnkiHtml(field('Explanation'), options)
  if (isCloze) return {kind: 'cloze', question: fromAnkiHtml(field('Text'), options), options: [], answer: [], explanation}
  const asked = withoutOptions(field('Question'))
  const told = withoutOptions(field('Answer'))
  const rest = fromAnkiTree(told.tree, options)
  const question = fromAnkiTree(asked.tree, options)
  const notes = question.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : []))
  const choices = asked.items.map((item, index): Option => {
    return {content: fromAnkiTree({type: 'root', children: item.children}, options, notes), right: classOf(told.items[index]) === 'right'}
  })
  return {
    kind: choices.length > 0 ? 'mcq' : 'basic',
    question,
    options: choices,
    answer: withNames(rest, choices, explanation, meta),
    explanation
  }
}

/** Letters of the right options are in no field, as ticks tell them; that the answer had them is known by its fingerprint. */
function withNames(rest: RootContent[], options: readonly Option[], explanation: RootContent[], {answer}: Meta): RootContent[] {
  const named = [...namesOf(options), ...rest]
  if (rest.length === 0) return answer === undefined ? rest : named
  const text = toPlainText([...options.flatMap(({content}) => content), ...named, ...explanation])
  return answerPrint(text) === answer ? named : rest
}

/** An answer that only named the right options is in no field: their marks say as much. */
function namesOf(options: readonly Option[]): RootContent[] {
  const letters = options.flatMap(({right}, index) => (right ? [letterOf(index)] : []))
  return letters.length === 0 ? [] : [{type: 'paragraph', children: [{type: 'text', value: letters.join(', ')}]}]
}

/** A field of ours and the list of options at its end or beginning. */
function withoutOptions(html: string): {tree: HastRoot; items: readonly Element[]} {
  const tree = fromHtml(html, {fragment: true})
  const at = tree.children.findIndex((node) => classOf(node) === 'options')
  const [list] = at === -1 ? [] : tree.children.splice(at, 1)
  const before = list && tree.children[at - 1]
  if (before?.type === 'text') before.value = before.value.replace(/\n$/, '')
  return {tree, items: list?.type === 'element' ? list.children.filter((node) => node.type === 'element') : []}
}

function classOf(node: HastRoot['children'][number] | undefined): string | undefined {
  const name = node?.type === 'element' ? node.properties.className : undefined
  return Array.isArray(name) ? String(name[0]) : undefined
}

function sidesInOrder({fields, isCloze}: DeckNote, options: FieldOptions): Sides {
  const [front = [], ...rest] = [...fields.values()].map((html) => fromAnkiHtml(html, options))
  const back = rest.flat()
  if (isCloze) return {kind: 'cloze', question: front, options: [], answer: [], explanation: back}
  return {kind: back.length > 0 ? 'basic' : 'unanswered', question: front, options: [], answer: back, explanation: []}
}

function sectionOf({fields}: DeckNote): string[] {
  const context = fromHtml(fields.get('Context') ?? '', {fragment: true})
  const text = context.children.map((node) => (node.type === 'text' ? node.value : '')).join('')
  return text === '' ? [] : text.split(' › ')
}

/** Words alone: the tag that tells guide and section is made anew. */
function tagsOf({tags, isReversed}: DeckNote, meta: Meta | undefined): string[] {
  const prefix = 'cardpress::'
  const holder = `${prefix}${meta?.in ?? meta?.guide}`.toLowerCase()
  const isPlace = (tag: string) => tag.toLowerCase() === holder || tag.toLowerCase().startsWith(`${holder}::`)
  const words = meta ? tags.filter((tag) => !isPlace(tag)).map((tag) => (tag.startsWith(prefix) ? tag.slice(prefix.length) : tag)) : tags
  return isReversed && !words.some((word) => /^reversed?$/i.test(word)) ? [...words, 'reverse'] : [...words]
}
