import type {Nodes, Root, RootContent} from 'mdast'
import {toPlainText} from '../../mdast/to-plain-text.ts'
import {indexLines, type LineIndex} from '../line-index.ts'
import {cutExcerpt, type Excerpt, sourceOffset} from './excerpt.ts'
import {nestHtml, type Source} from './nest-html.ts'
import {lineTags} from './tags.ts'

/** `line`: emphasis, code, links and so on; `blocks`: lists, fences, headings too. HTML blocks and indented code in neither. */
export type ReadMarkdown = (text: string, content: 'line' | 'blocks') => Root

const markup = /[\\`*_~^=[\]!<>&$:@|\r\n\0]|www\./

/**
 * Reads the Markdown between two tags of an HTML block, with places in the file.
 *
 * Text on one line, and text in elements that hold a line, has no block structure: `<td>-</td>` and `<summary>1. What?</summary>` are no lists.
 */
export function readSegment(
  {lines, read}: Source,
  excerpt: Excerpt,
  {start, end}: {readonly start: number; readonly end: number},
  around: string
): readonly RootContent[] {
  const {length} = excerpt.text.slice(start, end).trimEnd()
  const segment = cutExcerpt(excerpt, start, start + length)
  if (segment.text.trim() === '') return []
  const severalLines = /[\r\n][ \t]*\S/.test(segment.text)
  const tree = markup.test(segment.text)
    ? parsed(segment.text, severalLines && !lineTags.has(around) ? 'blocks' : 'line', read)
    : plain(segment.text)
  place(tree, segment, lines)
  return tree.children
}

function parsed(text: string, content: 'line' | 'blocks', read: ReadMarkdown): Root {
  const tree = read(text, content)
  nestHtml(tree, {text, lines: indexLines(text), read})
  const lost = content === 'blocks' && toPlainText(tree) === '' && !JSON.stringify(tree).includes('"image"')
  return lost ? parsed(text, 'line', read) : tree
}

function plain(text: string): Root {
  const position = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: text.length + 1, offset: text.length}}
  return {type: 'root', children: [{type: 'paragraph', children: [{type: 'text', value: text, position}], position}]}
}

/** Moves places from the segment to the file; ends are told from the last character, because what follows may be a line's indent. */
function place(node: Nodes, segment: Excerpt, lines: LineIndex): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start !== undefined && end !== undefined) {
    const last = Math.max(start, end - 1)
    node.position = {
      start: lines.toPoint(sourceOffset(segment, start)),
      end: lines.toPoint(sourceOffset(segment, last) + (end - last))
    }
  }
  if ('children' in node) for (const child of node.children) place(child, segment, lines)
}
