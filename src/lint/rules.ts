import type {Rule} from './rule.ts'
import {contentsWithoutQuestion} from './rules/contents-without-question.ts'
import {deadAnchor} from './rules/dead-anchor.ts'
import {duplicateQuestion} from './rules/duplicate-question.ts'
import {foldedQuestion} from './rules/folded-question.ts'
import {headingJump} from './rules/heading-jump.ts'
import {labelWithoutText} from './rules/label-without-text.ts'
import {lazyContinuation} from './rules/lazy-continuation.ts'
import {longAnswer} from './rules/long-answer.ts'
import {missingAnswer} from './rules/missing-answer.ts'
import {missingExhibit} from './rules/missing-exhibit.ts'
import {missingGlyph} from './rules/missing-glyph.ts'
import {missingImage} from './rules/missing-image.ts'
import {optionsWithoutRight} from './rules/options-without-right.ts'
import {questionNumbers} from './rules/question-numbers.ts'
import {questionWithoutContents} from './rules/question-without-contents.ts'
import {remoteImage} from './rules/remote-image.ts'
import {severalQuestions} from './rules/several-questions.ts'
import {severalRightOptions} from './rules/several-right-options.ts'
import {similarQuestion} from './rules/similar-question.ts'
import {unclosedFence} from './rules/unclosed-fence.ts'
import {unclosedHtml} from './rules/unclosed-html.ts'

/** All rules, in the order in which docs/rules.md tells them: questions, answers, options, the file around them. */
export const rules: readonly Rule[] = [
  duplicateQuestion,
  similarQuestion,
  severalQuestions,
  missingExhibit,
  questionNumbers,
  missingAnswer,
  labelWithoutText,
  longAnswer,
  foldedQuestion,
  optionsWithoutRight,
  severalRightOptions,
  contentsWithoutQuestion,
  questionWithoutContents,
  deadAnchor,
  headingJump,
  lazyContinuation,
  unclosedFence,
  unclosedHtml,
  missingImage,
  remoteImage,
  missingGlyph
]
