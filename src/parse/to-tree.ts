import type {Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {mathFromMarkdown} from 'mdast-util-math'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import type {Extension} from 'micromark-util-types'
import {carefulMath} from './careful-math.ts'
import {admonition} from './dialects/admonition.ts'
import {colonFence} from './dialects/colon-fence.ts'
import {mark} from './dialects/mark.ts'
import {wikiLink} from './dialects/wiki-link.ts'
import {startsWithFrontMatter} from './front-matter.ts'
import {markdownEndsHtml} from './markdown-ends-html.ts'

const matters = ['yaml', 'toml'] as const

/** Constructs that are off: HTML between tags of HTML has no blocks of its own, and its indents mean nothing. */
const disabled = {
  document: [],
  blocks: ['htmlFlow', 'codeIndented'],
  line: [
    'admonition',
    'blockQuote',
    'codeFenced',
    'codeIndented',
    'colonFence',
    'definition',
    'gfmFootnoteDefinition',
    'headingAtx',
    'htmlFlow',
    'list',
    'mathFlow',
    'setextUnderline',
    'table',
    'thematicBreak'
  ]
} as const

export interface TreeOptions {
  /** A whole document, or what stands between HTML tags: blocks of Markdown or one line of text. @default 'document' */
  readonly content?: keyof typeof disabled
  /** Whether the file holds formulas beyond doubt (see `isFormula`). @default found out from the text */
  readonly amongFormulas?: boolean
}

/** Markdown as GitHub reads it, with front matter, math and dialects; references still point to definitions, HTML is still raw. */
export function toTree(text: string, {content = 'document', amongFormulas}: TreeOptions = {}): Root {
  const hasMatter = content === 'document' && startsWithFrontMatter(text)
  const off: Extension = {disable: {null: [...disabled[content]]}}
  const dialects = [mark, wikiLink, colonFence, admonition(text)]
  return fromMarkdown(text, {
    extensions: [
      gfm(),
      carefulMath(text, amongFormulas),
      markdownEndsHtml(text),
      ...dialects.map(({tokenizer}) => tokenizer),
      ...(hasMatter ? [frontmatter([...matters])] : []),
      off
    ],
    mdastExtensions: [
      gfmFromMarkdown(),
      mathFromMarkdown(),
      ...dialects.map(({tree}) => tree),
      ...(hasMatter ? [frontmatterFromMarkdown([...matters])] : [])
    ]
  })
}
