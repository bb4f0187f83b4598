import type {RootContent} from 'mdast'
import {VFile} from 'vfile'
import type {Candidate} from '../../src/guide/candidate.ts'
import {parse} from '../../src/parse/parse.ts'

/** Markdown for each side; what is left out is empty. */
export interface CandidateText extends Partial<Pick<Candidate, 'kind' | 'section' | 'tags' | 'id'>> {
  readonly question: string
  readonly answer?: string
  readonly explanation?: string
  readonly options?: readonly {readonly text: string; readonly right: boolean}[]
}

/** A candidate as a recogniser would give it, places all at line 1. */
export function candidate({
  question,
  answer = '',
  explanation = '',
  options = [],
  kind = 'basic',
  section = [],
  tags = [],
  id
}: CandidateText): Candidate {
  return {
    recogniser: 'heading-question',
    kind,
    question: blocks(question),
    options: options.map(({text, right}) => ({content: blocks(text), right})),
    answer: blocks(answer),
    explanation: blocks(explanation),
    section,
    tags,
    position: {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}},
    ...(id !== undefined && {id})
  }
}

/** The blocks of a piece of Markdown. */
export function blocks(markdown: string): RootContent[] {
  return parse(new VFile(markdown)).children
}
