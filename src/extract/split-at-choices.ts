import type {Paragraph} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {choicesIn} from './choices-on-one-line.ts'

const letter = /^\s*[([（]?([A-Ha-h])\s*[:：.)\]）、]\s*\S/u

/** Divides a paragraph whose last lines are lettered choices, two or more in order, or whose last line holds all: what asks, then the choices. */
export function splitAtChoices(paragraph: Paragraph): readonly Paragraph[] {
  const text = inlineText(paragraph.children)
  const lines = text.split('\n')
  const names = lines.map((line) => letter.exec(line)?.[1]?.toUpperCase())
  const onOneLine = choicesIn(lines.at(-1) ?? '') !== undefined
  const at = onOneLine ? lines.length - 1 : names.indexOf('A')
  if (at < 1 || (!onOneLine && lines.length - at < 2)) return [paragraph]
  if (!onOneLine && !names.slice(at).every((name, index) => name === String.fromCharCode(65 + index))) return [paragraph]
  const offset = lines.slice(0, at).join('\n').length
  return [
    {...paragraph, children: sliceInline(paragraph.children, 0, offset)},
    {...paragraph, children: sliceInline(paragraph.children, offset + 1)}
  ]
}
