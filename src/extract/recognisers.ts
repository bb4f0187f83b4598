import type {Recogniser} from './recogniser.ts'
import {bareQuestion} from './shapes/bare-question.ts'
import {boldItem} from './shapes/bold-item.ts'
import {boldOrdinal} from './shapes/bold-ordinal.ts'
import {boldQuestion} from './shapes/bold-question.ts'
import {detailsQuestion} from './shapes/details-question.ts'
import {dialogue} from './shapes/dialogue.ts'
import {headingInItem} from './shapes/heading-in-item.ts'
import {headingLabel} from './shapes/heading-label.ts'
import {headingOptions} from './shapes/heading-options.ts'
import {headingQuestion} from './shapes/heading-question.ts'
import {hiddenAnswer} from './shapes/hidden-answer.ts'
import {itemAnswer} from './shapes/item-answer.ts'
import {labelledLines} from './shapes/labelled-lines.ts'
import {listQuote} from './shapes/list-quote.ts'
import {taskOptions} from './shapes/task-options.ts'

/** All shapes that extraction knows. Of two readings that explain a file equally well, the earlier wins: safe evidence stands first. */
export const recognisers: readonly Recogniser[] = [
  taskOptions,
  headingOptions,
  headingLabel,
  labelledLines,
  dialogue,
  hiddenAnswer,
  headingInItem,
  headingQuestion,
  detailsQuestion,
  boldQuestion,
  boldOrdinal,
  boldItem,
  listQuote,
  itemAnswer,
  bareQuestion
]
