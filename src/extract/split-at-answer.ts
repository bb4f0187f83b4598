import type {Paragraph} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {answerLabel, answerLabelWithColon, dashedAnswerWord} from './answer-label.ts'
import {placeOfLines} from './place-of-lines.ts'
import {placedChildren} from './placed-children.ts'
import type {Survey} from './survey.ts'

/**
 * Divides a paragraph at the line below its first that begins with a label of answers: choices, code or remarks, and right below them
 * `**Answer:** B`. Words count with their colon or in emphasis; a letter is a choice.
 */
export function splitAtAnswer(paragraph: Paragraph, survey: Pick<Survey, 'lines' | 'lineOffsets'>): readonly Paragraph[] {
  const text = inlineText(paragraph.children)
  const lines = text.split('\n')
  if (lines.length < 2) return [paragraph]
  const childrenFrom = placedChildren(paragraph.children)
  let offset = 0
  for (const [index, line] of lines.entries()) {
    if (index > 0 && announces(line, emphasisAt(childrenFrom, offset))) {
      const place = (from: number, next?: number) => {
        const position = placeOfLines(paragraph, from, next, survey)
        return position ? {position} : {}
      }
      return [
        {type: 'paragraph', children: sliceInline(paragraph.children, 0, offset - 1), ...place(0, index)},
        {type: 'paragraph', children: sliceInline(paragraph.children, offset), ...place(index)}
      ]
    }
    offset += line.length + 1
  }
  return [paragraph]
}

function announces(line: string, emphasised: boolean): boolean {
  const label = ((emphasised ? answerLabel : answerLabelWithColon).exec(line) ?? dashedAnswerWord(line))?.[0]
  return label !== undefined && label.replace(/[^\p{L}]/gu, '').length >= 3
}

/** Whether emphasis begins where a line does. */
function emphasisAt(childrenFrom: ReturnType<typeof placedChildren>, offset: number): boolean {
  for (const {child, at, end} of childrenFrom(offset)) {
    if (at === offset && child.type !== 'text') return child.type === 'strong' || child.type === 'emphasis'
    if (end > offset) return false
  }
  return false
}
