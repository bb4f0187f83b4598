import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import {VFile} from 'vfile'
import type {Candidate} from '../../guide/candidate.ts'
import {parse} from '../../parse/parse.ts'
import type {Recogniser} from '../recogniser.ts'
import {readSeparatedHeader, type SeparatedHeader} from '../separated-header.ts'
import {readSeparatedRows, type SeparatedRow} from '../separated-rows.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A text table: a note per record, fields divided by a separator. Text exports of Anki say so in header lines with `#`, spreadsheets
 * in a first record such as `Question,Answer,Tags`, study sites by a tab in each line; a `.csv` or `.tsv` file needs no more evidence.
 *
 * @example
 * ```markdown
 * #separator:semicolon
 * #html:false
 * #tags column:3
 * What is a topic?;A named log;kafka
 * What is a partition?;"A piece of a topic; one broker leads it";kafka basics
 * ```
 */
export const separatedText: Recogniser = {
  id: 'separated-text',
  recognise(survey) {
    const header = readSeparatedHeader(survey)
    if (!header) return {candidates: [], leftOver: [], confidence: 0}
    const rows = readSeparatedRows(survey.source, header.separator, header.offset)
    const {unread, confidence} = header
    const columns = {line: 1, endLine: 1, reason: 'Columns that are no part of a card', text: unread.join(', ')}
    return {
      candidates: rows.flatMap((row) => toCard(row, header, survey) ?? []),
      leftOver: unread.length > 0 ? [columns] : [],
      confidence,
      ...(confidence >= 0.99 ? {rank: 'first'} : {})
    }
  }
}

function toCard({cells, start, end}: SeparatedRow, header: SeparatedHeader, survey: Survey): Candidate | undefined {
  const {columns, html} = header
  const special = new Set(columns.values())
  const fields = header.fields?.map((at) => withoutGuard(cells[at] ?? '')) ?? cells.filter((_, at) => !special.has(at))
  const [front = '', ...back] = fields
  if (front.trim() === '') return undefined
  const id = cells[columns.get('guid') ?? -1]?.trim()
  const position = {start: pointAt(start, survey), end: pointAt(end, survey)}
  const [asked, ...rest] = toBlocks(front, html, position)
  return toCandidate(
    {
      recogniser: 'separated-text',
      stem: asked?.type === 'paragraph' ? asked.children : [],
      body: asked?.type === 'paragraph' ? rest : asked ? [asked, ...rest] : [],
      answer: back.flatMap((text) => toBlocks(text, html, position)),
      cloze: /\{\{c\d+::/.test(front),
      ...(id ? {id} : {}),
      tags: (cells[columns.get('tags') ?? -1] ?? '').split(/\s+/).filter((tag) => tag !== ''),
      position
    },
    survey
  )
}

/** Spreadsheets run a cell that begins with one of these signs; our CSV, like others, guards it with an apostrophe. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '')
}

/** A field as blocks; without HTML every character is text. Places within a field are not known. */
function toBlocks(text: string, html: boolean, position: Position): RootContent[] {
  if (text.trim() === '') return []
  if (!html)
    return text
      .trim()
      .split(/\n\s*\n/)
      .map((part) => ({type: 'paragraph', children: toLines(part), position}))
  const {children} = parse(new VFile({value: text.trim()}))
  return children.map((node) => placed(node, position))
}

function toLines(text: string): PhrasingContent[] {
  return text.split('\n').flatMap((value, at) => [...(at > 0 ? [{type: 'break' as const}] : []), {type: 'text' as const, value}])
}

function placed<Node extends Nodes>(node: Node, position: Position): Node {
  const {position: _, ...rest} = node
  const children = 'children' in node ? {children: (node.children as Nodes[]).map((child) => placed(child, position))} : {}
  return {...rest, ...children, position} as Node
}

/** By binary search over the starts of lines. */
function pointAt(offset: number, {lineOffsets}: Survey): {line: number; column: number; offset: number} {
  let [low, high] = [0, lineOffsets.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lineOffsets[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return {line: low + 1, column: offset - (lineOffsets[low] ?? 0) + 1, offset}
}
