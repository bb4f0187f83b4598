import type {Nodes, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Extraction} from '../../../src/extract/extract.ts'
import type {Candidate} from '../../../src/guide/candidate.ts'
import {toPlainText} from '../../../src/mdast/to-plain-text.ts'

/** An extraction as fixtures store it: the blocks of each side as `type: text`, one place per card, nothing that is empty. */
export function toJson(extraction: Extraction): string {
  const {candidates, leftOver, readings} = extraction
  const json = {
    readings: readings.map(({shape, cards}) => `${shape} ${cards}`),
    cards: candidates.map(toCard),
    ...(leftOver.length > 0 ? {leftOver: leftOver.map(({line, endLine, reason}) => `${line}-${endLine} ${reason}`)} : {})
  }
  return `${JSON.stringify(json, undefined, 2)}\n`
}

function toCard(candidate: Candidate): object {
  const {kind, question, options, answer, explanation, section, id, tags, position} = candidate
  return {
    place: toPlace(position),
    kind,
    question: question.map(toLine),
    ...(options.length > 0 ? {options: options.map(({content, right}) => `${right ? 'x' : '-'} ${toPlainText(content as Nodes[])}`)} : {}),
    ...(answer.length > 0 ? {answer: answer.map(toLine)} : {}),
    ...(explanation.length > 0 ? {explanation: explanation.map(toLine)} : {}),
    ...(section.length > 0 ? {section} : {}),
    ...(id === undefined ? {} : {id}),
    ...(tags.length > 0 ? {tags} : {})
  }
}

function toLine(node: RootContent): string {
  return `${node.type}: ${toPlainText(node)}`
}

function toPlace({start, end}: Position): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}
