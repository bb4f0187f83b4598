import type {Block} from './flow.ts'

const comment = /^<!--\s*ID\s*:\s*(\d+)\s*-->$/i

/** The id in a comment on the line right above a list: it belongs to the item below it and ends the answer above. */
export function idAbove(block: Block | undefined, next: Block | undefined): string | undefined {
  const [end, start] = [block?.node.position?.end.line, next?.node.position?.start.line]
  if (block?.node.type !== 'html' || next?.node.type !== 'list' || end === undefined || start !== end + 1) return undefined
  return comment.exec(block.node.value.trim())?.[1]
}
