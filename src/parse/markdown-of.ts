import type {VFile} from 'vfile'

const opening = /^(?:\ufeff)?(`{3,}|~{3,})[ \t]*(?:markdown|md|mdx)[ \t]*$/gim
const fence = /^ {0,3}(`{3,}|~{3,})([^\n\r]*)$/gm

/** Of what a chat says around a fence that holds its whole output. */
const longestRemark = 600

/**
 * The Markdown of a file, of its length. A chat's output is often kept with the fence that held all of it; its two lines are blank
 * here. What the chat says before and behind may stay, as long as it is short and without headings. The tree cannot tell: fences
 * inside end the outer one where they are as long.
 */
export function markdownOf(file: VFile): string {
  const text = String(file)
  const [opened, ...others] = text.matchAll(opening)
  if (!opened || others.length > 0) return text
  const closed = [...text.matchAll(/^(?:`{3,}|~{3,})[ \t]*$/gm)].at(-1)
  if (!closed || closed.index < opened.index) return text
  const [from, to] = [opened.index + opened[0].length, closed.index]
  const around = [text.slice(0, opened.index), text.slice(to + closed[0].length)]
  const remarks = around.every((part) => part.trim().length <= longestRemark && !/^ {0,3}#{1,6}[ \t]/m.test(part))
  const inside = text.slice(from, to)
  if (!remarks || inside.trim().length < 2 * around.join('').trim().length || !isBalanced(inside)) return text
  return text.slice(0, opened.index) + blank(opened[0]) + inside + blank(closed[0]) + text.slice(to + closed[0].length)
}

/** Whether every fence inside is closed. */
function isBalanced(text: string): boolean {
  let open: string | undefined
  for (const [, signs = '', info = ''] of text.matchAll(fence)) {
    if (open === undefined) open = signs
    else if (signs.startsWith(open) && info.trim() === '') open = undefined
  }
  return open === undefined
}

function blank(text: string): string {
  return text.replace(/[^\ufeff]/g, ' ')
}
