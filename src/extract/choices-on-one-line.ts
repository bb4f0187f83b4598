import type {Paragraph} from 'mdast'
import type {Option} from '../guide/candidate.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {trimInline} from './stem.ts'

/** `Options:`, in the languages with most READMEs. */
const label =
  /^[\s*_]*(?:options?|choices?|opciones|opções|optionen|auswahl|choix|opzioni|scelte|варианты(?: ответа)?|варіанти|opcje|seçenekler|şıklar|pilihan|lựa chọn|选项|選項|選択肢|보기|선택지)\s*[:：][\s*_]*/iu

const lettered = /(?<=^|\s)[([（]?([A-Ja-j])[).）\]]\s+(?=\S)/gu

/** What stands between choices without letters; the first of them that a line has divides it. */
const separators = [/\s+\/\s+|\s*\|\s*/u, /\s*;\s*/u, /\s*,\s+|\s*[，、]\s*/u]

/** Choices of one line: where each begins and ends in its text. */
interface Choices {
  readonly parts: readonly {readonly written: string; readonly from: number; readonly to: number}[]
  readonly names: readonly string[]
}

/** `A) one  B) two  C) three`, `Options: one / two / three`: the choices, and the names by which an answer may call them. */
export function choicesOnOneLine(paragraph: Paragraph): {options: Option[]; names: string[]} | undefined {
  const found = choicesIn(inlineText(paragraph.children))
  if (!found) return undefined
  const options = found.parts.map(({written, from, to}) => {
    const content = [{type: 'paragraph' as const, children: trimInline(sliceInline(paragraph.children, from, to))}]
    return {...(written === '' ? {} : {name: written}), content, right: false}
  })
  return {options, names: [...found.names]}
}

/** Whether all of a paragraph is a label above choices. */
export function labelsChoices(paragraph: Paragraph): boolean {
  const text = inlineText(paragraph.children)
  return label.exec(text)?.[0].length === text.length
}

/** Three letters or more in order, two behind a label; or short parts behind a label, no flags of a program. */
export function choicesIn(text: string): Choices | undefined {
  if (text.includes('\n')) return undefined
  const start = label.exec(text)?.[0].length ?? 0
  const found = [...text.slice(start).matchAll(lettered)]
  const names = found.map(([, letter = '']) => letter.toUpperCase())
  const inOrder = names.every((name, at) => name === String.fromCharCode(65 + at))
  if (found[0]?.index === 0 && found.length >= (start > 0 ? 2 : 3) && inOrder)
    return {
      names,
      parts: found.map(({index, 0: written}, at) => ({
        written: written.trim(),
        from: start + index + written.length,
        to: start + (found[at + 1]?.index ?? text.length - start)
      }))
    }
  return start > 0 ? unlettered(text, start) : undefined
}

function unlettered(text: string, start: number): Choices | undefined {
  const separator = separators.find((sign) => sign.test(text.slice(start)))
  if (!separator) return undefined
  const parts: {written: string; from: number; to: number}[] = []
  let from = start
  for (const {index, 0: sign} of text.slice(start).matchAll(new RegExp(separator, 'gu'))) {
    parts.push({written: '', from, to: start + index})
    from = start + index + sign.length
  }
  parts.push({written: '', from, to: text.length})
  const short = parts.every((part) => part.to > part.from && part.to - part.from <= 60 && !/^\s*[-–—]/u.test(text.slice(part.from)))
  return short && parts.length >= 2 ? {parts, names: parts.map((_, at) => String.fromCharCode(65 + at))} : undefined
}
