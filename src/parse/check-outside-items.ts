import type {CompileContext, Extension, Token} from 'mdast-util-from-markdown'

/**
 * Keeps `[ ]` at the start of a paragraph right below an empty bullet. micromark takes it for the box of that item, which has ended
 * before, and it was lost. Remove when micromark-extension-gfm-task-list-item looks for the item (2.1.0 does not).
 */
export const checkOutsideItems: Extension = {
  exit: {
    taskListCheck(token) {
      const node = this.stack.at(-1)
      if (itemOf(this) || node?.type !== 'paragraph') return undefined
      const {start, end} = token
      node.children.push({type: 'text', value: this.sliceSerialize(token), position: {start: toPoint(start), end: toPoint(end)}})
    },
    taskListCheckValueChecked: exitValue,
    taskListCheckValueUnchecked: exitValue
  }
}

function exitValue(this: CompileContext, {type}: Token): undefined {
  const item = itemOf(this)
  if (item) item.checked = (type as string) === 'taskListCheckValueChecked'
}

function itemOf({stack}: CompileContext) {
  const parent = stack.at(-2)
  return parent?.type === 'listItem' ? parent : undefined
}

function toPoint({line, column, offset}: Token['start']) {
  return {line, column, offset}
}
