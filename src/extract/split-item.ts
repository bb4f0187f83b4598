import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {asks} from './asks.ts'
import {isLinkOnly} from './is-link-only.ts'

/** Divides the first paragraph of an item: emphasised question, then the rest; or a first line that asks, then the rest. */
export function splitItem(paragraph: Paragraph): {bold: boolean; stem: readonly PhrasingContent[]; answer: RootContent[]} {
  const {children} = paragraph
  const first = children[0]
  const strong = first?.type === 'strong' || (first?.type === 'htmlElement' && ['b', 'strong'].includes(first.tagName))
  if (first && strong) {
    const length = inlineText(first).length
    const tail = inlineText(children).slice(length)
    const gap = /^\s*(?:[-–—:：.]+\s*|\n\s*)?/u.exec(tail)?.[0] ?? ''
    if (
      tail.trim() === '' ||
      gap.trim() !== '' ||
      /^\s+[\p{Lu}\p{Lo}]/u.test(tail) ||
      gap.includes('\n') ||
      asks(inlineText(first)) === 1 ||
      /[.!:：]\s*$/u.test(inlineText(first))
    )
      return {bold: true, stem: [first], answer: toParagraph(paragraph, length + gap.length)}
  }
  const dash = /[?？؟]\s+(?:[-–—→⇒➡]\ufe0f?|[-=]{1,2}>)\s+/u.exec(inlineText(children))
  if (dash && !isLinkOnly(children) && !/[?？؟]/u.test(inlineText(children).slice(dash.index + dash[0].length)))
    return {bold: false, stem: sliceInline(children, 0, dash.index + 1), answer: toParagraph(paragraph, dash.index + dash[0].length)}
  const lines = inlineText(children).split('\n')
  const asked = lines[0] ?? ''
  const arrow = /^\s*(?:[-=]{1,2}>|[→⇒➡])\s*/u.exec(lines[1] ?? '')?.[0].length
  if (arrow !== undefined)
    return {bold: false, stem: sliceInline(children, 0, asked.length), answer: toParagraph(paragraph, asked.length + 1 + arrow)}
  const marked = /[?？؟]["'”»)*\s]*$/u.test(asked) || setsTask(asked, lines[1] ?? '')
  const splits = lines.length > 1 && marked && asks(lines.slice(1).join('\n')) < 1
  if (!splits) return {bold: false, stem: children, answer: []}
  return {bold: false, stem: sliceInline(children, 0, asked.length), answer: toParagraph(paragraph, asked.length + 1)}
}

/** `Explain closures` above a line that begins anew; a long line may only have been broken. */
function setsTask(asked: string, next: string): boolean {
  return asked.length < 60 && asks(asked) >= 0.8 && !/[,;:–-]\s*$/u.test(asked) && /^\s*[\p{Lu}\p{Lo}]/u.test(next)
}

function toParagraph(paragraph: Paragraph, start: number): RootContent[] {
  const children = sliceInline(paragraph.children, start)
  const from = children[0]?.position?.start
  if (children.length === 0 || inlineText(children).trim() === '') return []
  return [{type: 'paragraph', children, ...(from && paragraph.position ? {position: {start: from, end: paragraph.position.end}} : {})}]
}
