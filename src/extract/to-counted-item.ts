import type {List, Paragraph} from 'mdast'
import {sliceInline} from '../mdast/slice-inline.ts'

/** A paragraph that begins with a number as an ordered list of one item. `length` is that of the number with its sign and space. */
export function toCountedItem(paragraph: Paragraph, length: number, start: number): List {
  const place = paragraph.position ? {position: paragraph.position} : {}
  const own: Paragraph = {...paragraph, children: sliceInline(paragraph.children, length)}
  return {
    type: 'list',
    ordered: true,
    start,
    spread: false,
    children: [{type: 'listItem', spread: false, children: [own], ...place}],
    ...place
  }
}
