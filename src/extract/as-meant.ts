import type {RootContent} from 'mdast'
import {hashOrdinals} from './hash-ordinals.ts'
import {headedAnswers} from './headed-answers.ts'
import {mergeCountingHeadings} from './merge-counting-headings.ts'
import {numberedLines} from './numbered-lines.ts'
import {splitAtAnswer} from './split-at-answer.ts'
import type {Survey} from './survey.ts'
import {withIndentedQuestions} from './with-indented-questions.ts'
import {withUnspacedHeadings} from './with-unspaced-headings.ts'

/** The blocks of a page as their author meant them where CommonMark reads them otherwise; places stay those of the source. */
export function asMeant(nodes: readonly RootContent[], survey: Pick<Survey, 'lines' | 'lineOffsets'>): readonly RootContent[] {
  const spaced = withUnspacedHeadings(withIndentedQuestions(nodes, survey), survey)
  const counted = numberedLines(hashOrdinals(spaced, survey), survey)
  const blocks = headedAnswers(mergeCountingHeadings(counted))
  return blocks.flatMap((node): readonly RootContent[] => (node.type === 'paragraph' ? splitAtAnswer(node, survey) : [node]))
}
