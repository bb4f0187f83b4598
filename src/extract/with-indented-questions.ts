import type {Code, RootContent} from 'mdast'
import {answerLabel, questionLabel} from './answer-label.ts'
import {asks} from './asks.ts'
import {reread} from './reread.ts'
import type {Survey} from './survey.ts'

type Lines = Pick<Survey, 'lines' | 'lineOffsets'>

const item = /^ {0,3}(?:\d{1,3}[.)]|[-*+]|#\.)\s+(?=\S)/
const heading = /^#{1,6}\s+(?=\S)/

/**
 * Reads a list of questions that is code to Markdown, because it is indented by four, as the list that its author meant; a page that
 * is indented as a whole too. Two of its items or labelled lines must ask, with their marks, and most of them.
 */
export function withIndentedQuestions(nodes: readonly RootContent[], survey: Lines): readonly RootContent[] {
  const alone = nodes.every(({type}) => type === 'code' || type === 'yaml')
  return nodes.flatMap((node): readonly RootContent[] =>
    node.type === 'code' && isIndented(node, survey) && asksInLines(node, alone) ? reread(node, survey) : [node]
  )
}

/** Code without a fence. */
function isIndented({lang, position}: Code, {lines}: Lines): boolean {
  return typeof lang !== 'string' && position !== undefined && !/^[\s>]*(?:`{3}|~{3})/.test(lines[position.start.line - 1] ?? '')
}

function asksInLines({value}: Code, alone: boolean): boolean {
  const texts = value.split(/\r\n|\n|\r/).flatMap((line) => {
    const mark = item.exec(line) ?? (alone ? heading.exec(line) : null)
    const text = mark ? line.slice(mark[0].length) : line
    return mark || questionLabel.test(line) ? [text] : []
  })
  const asking = texts.filter((text) => !answerLabel.test(text) && asks(text) === 1)
  return asking.length >= 2 && asking.length * 2 > texts.length
}
