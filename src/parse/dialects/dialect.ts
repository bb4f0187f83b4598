import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {Extension as TokenizerExtension} from 'micromark-util-types'

/** Syntax beyond CommonMark: how it is found in a text, and what it becomes in the tree. */
export interface Dialect {
  readonly tokenizer: TokenizerExtension
  readonly tree: FromMarkdownExtension
}
