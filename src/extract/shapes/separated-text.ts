import type {Nodes, RootContent} from 'mdast'
import type {Position} from 'unist'
import {VFile} from 'vfile'
import type {Candidate} from '../../guide/candidate.ts'
import {parse} from '../../parse/parse.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A text export of Anki: header lines with `#`, then a note per line, fields divided by the separator.
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
    const header = readHeader(survey)
    if (!header) return {candidates: [], leftOver: [], confidence: 0}
    const rows = readRows(survey, header)
    return {candidates: rows.flatMap((row) => toCard(row, header, survey) ?? []), leftOver: [], confidence: 0.99}
  }
}

const separators: Readonly<Record<string, string>> = {tab: '\t', comma: ',', semicolon: ';', space: ' ', pipe: '|', colon: ':'}

interface Header {
  readonly separator: string
  /** Number of header lines. */
  readonly lines: number
  /** Columns with a meaning of their own (`tags`, `guid`, `deck`, `notetype`), from 0. */
  readonly columns: ReadonlyMap<string, number>
  /** Fields hold HTML. */
  readonly html: boolean
}

interface Row {
  readonly cells: readonly string[]
  readonly start: number
  readonly end: number
}

function readHeader({lines}: Survey): Header | undefined {
  const header = lines.slice(
    0,
    lines.findIndex((line) => !/^\ufeff?#[a-z ]+:/i.test(line))
  )
  const entries = header
    .map((line) => /^\ufeff?#([a-z ]+):(.*)$/i.exec(line))
    .flatMap((match) => (match ? [[(match[1] ?? '').toLowerCase(), match[2] ?? ''] as const] : []))
  const separator = entries.find(([key]) => key === 'separator')?.[1]
  if (separator === undefined) return undefined
  const columns = entries.flatMap(([key, value]) =>
    key.endsWith(' column') ? [[key.slice(0, -' column'.length), Number(value) - 1] as const] : []
  )
  return {
    separator: separators[separator.trim().toLowerCase()] ?? separator,
    lines: header.length,
    columns: new Map(columns),
    html: entries.some(([key, value]) => key === 'html' && /true/i.test(value))
  }
}

/** Fields may be quoted and then hold separators, line ends and doubled quotes. */
function readRows({source, lineOffsets}: Survey, {separator, lines}: Header): Row[] {
  const rows: Row[] = []
  let [start, cell, quoted] = [lineOffsets[lines] ?? source.length, '', false]
  let cells: string[] = []
  const endRow = (end: number) => {
    cells.push(cell)
    if (cells.some((text) => text.trim() !== '')) rows.push({cells, start, end})
    ;[cells, cell] = [[], '']
  }
  for (let at = start; at < source.length; at++) {
    const char = source[at] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (source[at + 1] === '"') cell += source[at++]
      else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === separator) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') {
      endRow(at)
      start = at + 1
    } else if (char !== '\r') cell += char
  }
  if (cell !== '' || cells.length > 0) endRow(source.length)
  return rows
}

function toCard({cells, start, end}: Row, {columns, html}: Header, survey: Survey): Candidate | undefined {
  const special = new Set(columns.values())
  const fields = cells.filter((_, at) => !special.has(at))
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

/** A field as blocks; without HTML every character is text. Places within a field are not known. */
function toBlocks(text: string, html: boolean, position: Position): RootContent[] {
  if (text.trim() === '') return []
  if (!html) return [{type: 'paragraph', children: [{type: 'text', value: text.trim()}], position}]
  const {children} = parse(new VFile({value: text.trim()}))
  return children.map((node) => placed(node, position))
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
