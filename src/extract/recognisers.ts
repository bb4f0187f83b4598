import type {Recogniser} from './recogniser.ts'
import {answerKey} from './shapes/answer-key.ts'
import {bareQuestion} from './shapes/bare-question.ts'
import {boldItem} from './shapes/bold-item.ts'
import {boldOrdinal} from './shapes/bold-ordinal.ts'
import {boldQuestion} from './shapes/bold-question.ts'
import {calloutQuestion} from './shapes/callout-question.ts'
import {cardFile} from './shapes/card-file.ts'
import {cloze} from './shapes/cloze.ts'
import {definition} from './shapes/definition.ts'
import {detailsQuestion} from './shapes/details-question.ts'
import {dialogue} from './shapes/dialogue.ts'
import {fieldHeadings} from './shapes/field-headings.ts'
import {headingIdRule} from './shapes/heading-id-rule.ts'
import {headingInItem} from './shapes/heading-in-item.ts'
import {headingLabel} from './shapes/heading-label.ts'
import {headingOptions} from './shapes/heading-options.ts'
import {headingQuestion} from './shapes/heading-question.ts'
import {hiddenAnswer} from './shapes/hidden-answer.ts'
import {inlinePair} from './shapes/inline-pair.ts'
import {itemAnswer} from './shapes/item-answer.ts'
import {labelledLines} from './shapes/labelled-lines.ts'
import {listQuote} from './shapes/list-quote.ts'
import {loneSeparator} from './shapes/lone-separator.ts'
import {plainQuestion} from './shapes/plain-question.ts'
import {ruledSides} from './shapes/ruled-sides.ts'
import {separatedText} from './shapes/separated-text.ts'
import {startEndBlock} from './shapes/start-end-block.ts'
import {table} from './shapes/table.ts'
import {taggedCard} from './shapes/tagged-card.ts'
import {taskOptions} from './shapes/task-options.ts'
import {titleQuestion} from './shapes/title-question.ts'
import {topicHeading} from './shapes/topic-heading.ts'

/** All shapes that extraction knows. Of two readings that explain a file equally well, the earlier wins: safe evidence stands first. */
export const recognisers: readonly Recogniser[] = [
  separatedText,
  startEndBlock,
  headingIdRule,
  cardFile,
  fieldHeadings,
  answerKey,
  taggedCard,
  cloze,
  taskOptions,
  headingOptions,
  headingLabel,
  hiddenAnswer,
  headingInItem,
  labelledLines,
  dialogue,
  table,
  headingQuestion,
  detailsQuestion,
  calloutQuestion,
  boldQuestion,
  boldOrdinal,
  boldItem,
  listQuote,
  itemAnswer,
  bareQuestion,
  plainQuestion,
  ruledSides,
  loneSeparator,
  inlinePair,
  definition,
  titleQuestion,
  topicHeading
]
