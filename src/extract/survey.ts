import type {List, Nodes, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {asMeant} from './as-meant.ts'
import {asks} from './asks.ts'
import {countAcrossLevels} from './count-across-levels.ts'
import {type Block, toFlow} from './flow.ts'
import {isRevealing} from './is-revealing.ts'
import {namesFaq, namesFlashcards, namesPolicy, namesQuestions} from './names-questions.ts'
import {refrains} from './refrains.ts'
import {summaryKey} from './summary-of.ts'
import {isContents} from './trim-noise.ts'

/** What is known of a whole document before any recogniser looks at it. Made once, shared by all. */
export interface Survey {
  readonly tree: Root
  readonly file: VFile
  readonly source: string
  /** Source lines without line ends; line `n` of a place is `lines[n - 1]`. */
  readonly lines: readonly string[]
  /** Offset of the first character of each line. */
  readonly lineOffsets: readonly number[]
  readonly blocks: readonly Block[]
  /** Blocks that are a table of contents. */
  readonly contents: ReadonlySet<RootContent>
  /** Headings that come back with nothing below them. */
  readonly refrains: ReadonlySet<RootContent>
  /** The document says that it holds questions: "FAQ", "Interview Questions", in front matter or its first headings. */
  readonly namesQuestions: boolean
  /** It says so in the words for frequently asked questions. */
  readonly namesFaq: boolean
  /** The README of software: badges or a command that installs it, and no word of questions. Its headings ask on its own behalf. */
  readonly presentsSoftware: boolean
  /** Summaries (lower case) that fold answers because they are all the same ("View answer"). */
  readonly foldingSummaries: ReadonlySet<string>
  /** It asks its readers and not for them: a policy, a checklist, the form of an issue. */
  readonly asksReader: boolean
  /** Two folds or more ask in their summaries. */
  readonly foldsAsk: boolean
  /** Most of what may ask has a fold: about as many folds of answers as headings. */
  readonly foldsAnswers: boolean
  /** Lists of check boxes of which some are checked and some are not. */
  readonly choices: number
  /** Choices are given as check boxes. */
  readonly choosesByBoxes: boolean
  /** Marks of flashcard programs stand in the file: `#flashcards`, `#card`, `<!--SR:...-->`, `<!--ID:...-->`. */
  readonly hasCardMarks: boolean
  /** Front matter or a line of tags says that all of it are flashcards. */
  readonly isDeck: boolean
  /** Other files of the folder are of the same shape; decides what one file cannot. */
  readonly siblingsAgree: boolean
  /** The one shape that the author asks for. */
  readonly shape?: string
}

/** What is known of a file from outside it. */
export interface Hints {
  readonly shape?: string
  readonly siblingsAgree?: boolean
  /** The text as far as questions may be in it, of the length of the file. @default all of it */
  readonly source?: string
}

/** Gathers the evidence that needs the whole document. Linear in its size. */
export function survey(tree: Root, file: VFile, {shape, siblingsAgree = false, source = String(file)}: Hints = {}): Survey {
  const lines = source.split(/\r\n|\n|\r/)
  const lineOffsets = [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map(({index, 0: end}) => index + end.length)]
  const blocks = countAcrossLevels(toFlow(asMeant(tree.children, {lines, lineOffsets})))
  const names = titles(tree, blocks, file)
  const counts = countSummaries(blocks)
  const folding = foldingSummaries(counts)
  const choices = blocks.filter(({node}) => node.type === 'list' && hasChecked(node) && !node.children.every((item) => item.checked)).length
  const folds = [...folding].reduce((sum, text) => sum + (counts.get(text) ?? 0), 0)
  return {
    tree,
    file,
    source,
    lines,
    lineOffsets,
    blocks,
    contents: new Set(blocks.map(({node}) => node).filter((node) => isContents([node]))),
    refrains: refrains(blocks),
    namesQuestions: names.some(namesQuestions),
    namesFaq: names.some(namesFaq),
    presentsSoftware: /^readme$/i.test(file.stem ?? '') && !names.some(namesQuestions) && software.test(source),
    foldingSummaries: folding,
    asksReader: asksReader(tree, blocks) || namesPolicy((file.stem ?? '').replace(/[-_.]+/g, ' ')),
    foldsAsk: [...counts].filter(([text]) => !folding.has(text) && asks(text) >= 0.8).length >= 2,
    foldsAnswers: folds * 2 >= mostFrequentLevel(blocks),
    siblingsAgree,
    ...(shape === undefined ? {} : {shape}),
    hasCardMarks: cardMarks.test(source) || isDeck(tree, lines) || names.some(namesFlashcards) || usesSigns(lines),
    isDeck: isDeck(tree, lines),
    choices,
    choosesByBoxes: choices > 0
  }
}

const cardMarks =
  /(?:^|[\s[,"'])#?flashcards?(?:\/[^\s]+)?(?:[\s\],"']|$)|(?:^|\s)#(?:card|anki|review)(?:[\s/-]|$)|^#Q[ \t]*$|<!--\s*(?:SR:|ID:|noteId)/mu

const sign = /^\s*[-*+]\s+\S.{0,300}?\s(>>>?|<<|<>|;;;?|:::?|==)(?:\s|$)/u

/** Items of an outline that divide front and back by two or more of RemNote's signs, or announce a list by one of three letters. */
function usesSigns(lines: readonly string[]): boolean {
  const found = lines.flatMap((line) => sign.exec(line)?.[1]?.slice(0, 2) ?? [])
  const announcing = lines.filter((line) => /^\s*[-*+]\s+\S.{0,300}?\s(?:>>>|;;;)\s*$/u.test(line))
  return announcing.length >= 2 || (found.length >= 3 && new Set(found).size >= 2)
}

/** By its front matter (`tags: [flashcards]`, `cards-deck:`) or a line that holds nothing but tags. */
function isDeck({children: [first]}: Root, lines: readonly string[]): boolean {
  const matter = first?.type === 'yaml' ? first.value : ''
  const tagged = /^tags?[ \t]*:(?:.*|(?:\n[ \t]*-.*)*)(?<![\w])flashcards?(?![\w])/im.test(matter)
  return (
    tagged ||
    /^(?:cards-)?deck[ \t]*:[ \t]*\S/im.test(matter) ||
    lines.some((line) => /^(?:#\S+\s+)*#flashcards?(?:\/\S+)?(?:\s+#\S+)*\s*$/u.test(line))
  )
}

/** Where a document says what it is: front matter, the first headings, the name of its file. */
function titles(tree: Root, blocks: readonly Block[], {stem = ''}: VFile): string[] {
  const first = tree.children[0]
  const matter = first?.type === 'yaml' ? (first.value.match(/^(?:title|description|tags?|deck)\s*:.*(?:\n[ \t]*- .*)*/gim) ?? []) : []
  const headings = blocks.flatMap(({node}) => headingOf(node) ?? []).slice(0, 2)
  return [...matter, ...headings.map((heading) => inlineText(heading.children)), stem.replace(/[-_.]+/g, ' ')]
}

function asksReader(tree: Root, blocks: readonly Block[]): boolean {
  const [first] = tree.children
  if (first?.type === 'yaml' && /^name:/m.test(first.value) && /^about:/m.test(first.value)) return true
  const heading = blocks.flatMap(({node}) => headingOf(node) ?? [])[0]
  return heading !== undefined && namesPolicy(inlineText(heading.children))
}

function hasChecked(list: List): boolean {
  return (
    list.children.length >= 2 &&
    list.children.every((item) => typeof item.checked === 'boolean') &&
    list.children.some((item) => item.checked)
  )
}

/** Number of headings of the level that has most of them. */
function mostFrequentLevel(blocks: readonly Block[]): number {
  const levels = blocks.flatMap(({level}) => level ?? [])
  return Math.max(0, ...[...Map.groupBy(levels, (level) => level).values()].map(({length}) => length))
}

function countSummaries(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {node} of blocks) count(node, counts, 0)
  return counts
}

const software =
  /img\.shields\.io|badge\.(?:svg|fury)|travis-ci\.|codecov\.io|\b(?:npm (?:i|install)|yarn add|pnpm add|pip3? install|cargo (?:add|install)|go (?:get|install)|gem install|composer require|brew install)\s/

/** A fold of a part of the contents hides no answer. */
const namesContents = /目录|目錄|目次|목차|(?<!\p{L})(?:contents|toc|índice|sommaire|inhalt\p{L}*|содержание|оглавление)(?!\p{L})/u

function foldingSummaries(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const all = [...counts.values()].reduce((sum, times) => sum + times, 0)
  const known = [...counts].filter(([text, times]) => ((times >= 3 && times * 2 > all) || isRevealing(text)) && !namesContents.test(text))
  return new Set(known.map(([text]) => text))
}

function count(node: RootContent | Nodes, counts: Map<string, number>, depth: number): void {
  if (node.type === 'htmlElement' && node.tagName === 'details') {
    const text = summaryKey(node)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  if (depth < 4 && 'children' in node) for (const child of node.children) count(child, counts, depth + 1)
}
