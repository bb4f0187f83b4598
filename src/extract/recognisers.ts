import type {Recogniser} from './recogniser.ts'
import {headingInItem} from './shapes/heading-in-item.ts'
import {headingLabel} from './shapes/heading-label.ts'
import {headingQuestion} from './shapes/heading-question.ts'
import {taskOptions} from './shapes/task-options.ts'

/** All shapes that extraction knows. Of two readings that explain a file equally well, the earlier wins: safe evidence stands first. */
export const recognisers: readonly Recogniser[] = [taskOptions, headingLabel, headingInItem, headingQuestion]
