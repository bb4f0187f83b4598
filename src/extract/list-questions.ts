import type {List, ListItem, PhrasingContent, RootContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {answerLabel, questionLabel} from './answer-label.ts'
import {asks} from './asks.ts'
import type {Block} from './flow.ts'
import {idAbove} from './id-above.ts'
import {isLinkOnly} from './is-link-only.ts'
import {namesQuestions} from './names-questions.ts'
import {numberedChain} from './numbered-chain.ts'
import {readOrdinal} from './ordinal.ts'
import {splitItem} from './split-item.ts'
import {summaryKey} from './summary-of.ts'
import type {Survey} from './survey.ts'
import {isNoise} from './trim-noise.ts'

/** An item of a list that asks, with what may answer it. */
export interface ListQuestion {
  readonly item: ListItem
  /** Emphasised up to where the answer begins. */
  readonly bold: boolean
  readonly stem: readonly PhrasingContent[]
  /** Further questions nested below a question without an answer; they belong to it. */
  readonly followUps: readonly RootContent[]
  readonly answer: readonly RootContent[]
  /** In a comment right above its list. */
  readonly id?: string
  /** From 0 to 1, how far the whole list asks. */
  readonly confidence: number
}

interface Item extends ListQuestion {
  readonly asks: number
  readonly linkOnly: boolean
  readonly nested: readonly RootContent[]
  readonly after: readonly RootContent[]
}

const cache = new WeakMap<Survey, readonly ListQuestion[]>()

/**
 * Decides which list items on the page ask. Items vote under their heading, then over the document: questions come in lists, a term
 * with its explanation does too, and a list of links never asks.
 */
export function listQuestions(survey: Survey): readonly ListQuestion[] {
  const known = cache.get(survey)
  if (known) return known
  const found = decide(survey)
  cache.set(survey, found)
  return found
}

function decide(survey: Survey): readonly ListQuestion[] {
  const {groups, names} = groupItems(survey)
  const items = groups.flat()
  const answeredBelow = share(items, (item) => item.after.some(answers)) >= 0.3
  const nested = mean(items.flatMap((item) => item.nested.flatMap(nestedAsks)))
  // Where hardly any item has something below it, hints ("Bonus points for ...") stand beside further questions.
  const followsUp = nested >= 0.4 || (nested >= 0.2 && share(items, (item) => item.answer.length > 0) <= 0.35)
  const overall = {bold: mean(votes(items, true)), bare: mean(votes(items, false))}
  // Share of the document's items that stand in lists which ask by themselves.
  const asking = {bold: shareInAsking(groups, true), bare: shareInAsking(groups, false)}
  return groups.flatMap((group) => {
    const taken: ListQuestion[] = []
    for (const bold of [true, false]) {
      const same = group.filter((item) => item.bold === bold && (!item.linkOnly || isLinkedQuestion(item, group)))
      const local = mean(same.map((item) => item.asks))
      const known = bold ? overall.bold : overall.bare
      const sure = same.length >= 3 ? local : Math.min(local, 0.5 * local + 0.5 * known)
      const usual = survey.namesQuestions && (bold ? asking.bold : asking.bare) >= 0.7
      const named = known >= 0.4 && local >= 0.2 && names.has(group)
      const alike = known >= 0.4 && (local >= 0.15 || (1 - known) ** same.length > 0.1 || (bold && usual))
      // Half of one list asks in a document that hardly does: two exercises in a study plan.
      const stray = !bold && known < 0.3 && local < 0.75 && !names.has(group)
      if (
        same.length === 0 ||
        stray ||
        !(sure >= 0.5 || named || (alike && (bold || (known >= 0.7 && same.some((item) => item.asks >= 0.5)))))
      )
        continue
      taken.push(
        ...same.map((item) => ({
          ...settle(item, Math.max(local, known), {answeredBelow, followsUp}),
          ...(item.id === undefined ? {} : {id: item.id})
        }))
      )
    }
    return taken.sort((a, b) => (a.item.position?.start.offset ?? 0) - (b.item.position?.start.offset ?? 0))
  })
}

/** Among questions in words, a link that asks is one too. */
function isLinkedQuestion(item: Item, group: readonly Item[]): boolean {
  return item.asks === 1 && group.filter(({linkOnly}) => linkOnly).length * 3 <= group.length
}

function shareInAsking(groups: readonly (readonly Item[])[], bold: boolean): number {
  const lists = groups.map((group) => votes(group, bold)).filter((list) => list.length > 0)
  const all = lists.reduce((sum, list) => sum + list.length, 0)
  const inAsking = lists.filter((list) => mean(list) >= 0.4).reduce((sum, list) => sum + list.length, 0)
  return all === 0 ? 0 : inAsking / all
}

function settle(item: Item, confidence: number, {answeredBelow, followsUp}: {answeredBelow: boolean; followsUp: boolean}): ListQuestion {
  const {item: node, bold, stem, nested, answer: own} = item
  const asking = followsUp || mean(nested.flatMap(nestedAsks)) >= 0.6
  const after = item.after.filter((block) => !isNoise(block))
  const prose = after.some(answers)
  const below = prose && !answeredBelow ? [] : item.after
  const onlyLists = own.every((block) => block.type === 'list')
  // Lists alone below an item ask on, or answer; with a paragraph beside them they answer.
  if (onlyLists && (own.length === 0 || asking) && !prose)
    return {item: node, bold, stem, confidence, followUps: [...own, ...below], answer: []}
  if (onlyLists && asking) return {item: node, bold, stem, confidence, followUps: own, answer: below}
  return {item: node, bold, stem, confidence, followUps: [], answer: [...own, ...below]}
}

/** Blocks below a list that can answer its last item; code alone may belong to the question. */
function answers(node: RootContent): boolean {
  return node.type === 'paragraph' || node.type === 'list' || node.type === 'blockquote' || isFold(node)
}

function isFold(node: RootContent): boolean {
  return node.type === 'htmlElement' && node.tagName === 'details'
}

interface Groups {
  readonly groups: readonly (readonly Item[])[]
  /** Those whose heading says that questions follow. */
  readonly names: ReadonlySet<readonly Item[]>
}

/** Items of lists on the page, by the heading they stand under. */
function groupItems(survey: Survey): Groups {
  const {blocks} = survey
  const chain = numberedChain(blocks)
  const groups: Item[][] = [[]]
  const names = new Set<readonly Item[]>()
  for (const block of blocks) {
    const heading = headingOf(block.node)
    if (heading) {
      const group: Item[] = []
      groups.push(group)
      if (namesQuestions(inlineText(heading.children))) names.add(group)
    } else if (block.node.type === 'list' && (chain.size === 0 || chain.has(block)))
      groups.at(-1)?.push(...toItems(block.node, block, survey, chain))
  }
  return {groups: groups.filter((group) => group.length > 0), names}
}

function toItems(list: List, block: Block, survey: Survey, chain: ReadonlySet<Block>): Item[] {
  return list.children.flatMap((item, index) => {
    const grouped = questionsBelow(item)
    if (grouped) return toItems(grouped, block, survey, chain)
    const last = index === list.children.length - 1
    const read = toItem(item, last ? following(block, survey, chain) : [], survey)
    const id = index === 0 ? idAbove(survey.blocks[block.index - 1], block) : undefined
    return read ? [id === undefined ? read : {...read, id}] : []
  })
}

/** The list below an item that only names what its questions are about: `- Backend`, three or more of them nested below. */
function questionsBelow(item: ListItem): List | undefined {
  const [first, list, ...rest] = item.children
  if (first?.type !== 'paragraph' || list?.type !== 'list' || rest.length > 0 || list.children.length < 2) return undefined
  const text = inlineText(first.children)
  const strong = first.children[0]?.type === 'strong'
  if (text.length > 60 || asks(text) >= 0.3 || !(strong || first.children[0]?.type === 'text')) return undefined
  const asking = mean(nestedAsks(list))
  return asking >= 0.8 || (asking >= 0.5 && list.children.length >= 3 && !strong) ? list : undefined
}

/**
 * Blocks after a list that may belong to its last item: up to the next heading or rule, and the next list that asks too. A fold that
 * only hides an answer belongs to it, one that asks does not.
 */
function following(block: Block, {blocks, foldingSummaries}: Survey, chain: ReadonlySet<Block>): RootContent[] {
  const after: RootContent[] = []
  for (let at = block.index + 1; at < blocks.length; at++) {
    const next = blocks[at]
    const ends = chain.size > 0 ? next && chain.has(next) : next?.node.type === 'list' || next?.node.type === 'thematicBreak'
    if (
      !next ||
      ends ||
      idAbove(next, blocks[at + 1]) !== undefined ||
      headingOf(next.node) ||
      (isFold(next.node) && !foldingSummaries.has(summaryKey(next.node)))
    )
      break
    after.push(next.node)
  }
  return after
}

function toItem(item: ListItem, after: readonly RootContent[], survey: Survey): Item | undefined {
  const [first, ...rest] = item.children
  if (first?.type !== 'paragraph') return undefined
  const text = inlineText(first.children)
  // Questions to tick off, in a file that says that it holds some; else boxes are choices or a plan.
  if (typeof item.checked === 'boolean' && !(survey.namesQuestions && asks(text) === 1)) return undefined
  if (questionLabel.test(text) || answerLabel.test(text)) return undefined
  const cut = splitItem(first)
  const stemText = inlineText(cut.stem)
  const ordinal = readOrdinal(stemText)
  return {
    item,
    bold: cut.bold,
    stem: cut.stem,
    asks:
      /[:：]\s*$/.test(stemText) && !/[?？]/.test(stemText)
        ? Math.min(0.5, asks(stemText))
        : asks(ordinal ? stemText.slice(ordinal.length) : stemText),
    linkOnly: isLinkOnly(first.children) && cut.answer.length === 0,
    nested: rest.filter((node) => node.type === 'list'),
    answer: [...cut.answer, ...rest],
    after,
    confidence: 0,
    followUps: []
  }
}

function nestedAsks(node: RootContent): number[] {
  if (node.type !== 'list') return []
  return node.children.flatMap((item) => (item.children[0]?.type === 'paragraph' ? [asks(inlineText(item.children[0].children))] : []))
}

function votes(items: readonly Item[], bold: boolean): number[] {
  return items.filter((item) => item.bold === bold && !item.linkOnly).map((item) => item.asks)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function share(items: readonly Item[], test: (item: Item) => boolean): number {
  return mean(items.map((item) => (test(item) ? 1 : 0)))
}
