import type {Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {mathFromMarkdown} from 'mdast-util-math'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import {carefulMath} from './careful-math.ts'
import {startsWithFrontMatter} from './front-matter.ts'

const matters = ['yaml', 'toml'] as const

/** Markdown as GitHub reads it, with front matter and math; references still point to definitions, HTML is still raw. */
export function toTree(text: string): Root {
  const hasMatter = startsWithFrontMatter(text)
  return fromMarkdown(text, {
    extensions: [gfm(), carefulMath(text), ...(hasMatter ? [frontmatter([...matters])] : [])],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown(), ...(hasMatter ? [frontmatterFromMarkdown([...matters])] : [])]
  })
}
