import type {List, ListItem} from 'mdast'
import type {HeadingZone} from './heading-zones.ts'

/** An item of an ordered list with the number that readers see. */
export interface NumberedItem {
  readonly number: number
  readonly item: ListItem
}

/** Items of the ordered lists under a heading, in source order. */
export function numberedItems(zone: HeadingZone): NumberedItem[] {
  return zone.body.flatMap(({node}) => (node.type === 'list' && node.ordered ? fromList(node) : []))
}

function fromList(list: List): NumberedItem[] {
  return list.children.map((item, at) => ({number: (list.start ?? 1) + at, item}))
}
