import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import '../mdast/html-element.ts'
import {finishTree} from './finish-tree.ts'
import {markdownOf} from './markdown-of.ts'
import {lookOver, parseStretch, wholeOf} from './parse-stretch.ts'

/**
 * Reads Markdown into a tree; any text is Markdown, so this cannot fail.
 *
 * Links and images are resolved, definitions are gone, footnotes stay. Front matter is a `yaml` node at the start; TOML is left out.
 * Places count in the file the author has open: lines and columns from 1, offsets from 0, front matter included.
 */
export function parse(file: VFile): Root {
  const text = markdownOf(file)
  const outlook = lookOver(text)
  const parsed = parseStretch(text, wholeOf(text), outlook)
  return finishTree(file, parsed ? [parsed] : [], outlook)
}
