import type {Paragraph} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'

const letter = /^\s*[([（]?([A-Ha-h])\s*[:：.)\]）、]\s*\S/u

/** Divides a paragraph whose last lines are lettered choices, two or more in order: what asks, then the choices. */
export function splitAtChoices(paragraph: Paragraph): readonly Paragraph[] {
  const text = inlineText(paragraph.children)
  const lines = text.split('\n')
  const names = lines.map((line) => letter.exec(line)?.[1]?.toUpperCase())
  const at = names.indexOf('A')
  if (at < 1 || lines.length - at < 2) return [paragraph]
  if (!names.slice(at).every((name, index) => name === String.fromCharCode(65 + index))) return [paragraph]
  const offset = lines.slice(0, at).join('\n').length
  return [
    {...paragraph, children: sliceInline(paragraph.children, 0, offset)},
    {...paragraph, children: sliceInline(paragraph.children, offset + 1)}
  ]
}
