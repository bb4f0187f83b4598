import type {Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {mathFromMarkdown} from 'mdast-util-math'
import {frontmatter} from 'micromark-extension-frontmatter'
import {combineExtensions} from 'micromark-util-combine-extensions'
import type {Extension} from 'micromark-util-types'
import {carefulMath, type FormulaSurvey, surveyFormulas} from './careful-math.ts'
import {checkOutsideItems} from './check-outside-items.ts'
import {admonition} from './dialects/admonition.ts'
import {colonFence} from './dialects/colon-fence.ts'
import {mark} from './dialects/mark.ts'
import {wikiLink} from './dialects/wiki-link.ts'
import {startsWithFrontMatter} from './front-matter.ts'
import {type Labels, shareLabels} from './labels.ts'
import {markdownEndsHtml} from './markdown-ends-html.ts'
import {nestingLimits} from './nesting-limits.ts'
import {quickGithub} from './quick-github.ts'
import {quickenEdits} from './quicken-edits.ts'
import {wideNumbers} from './wide-numbers.ts'

quickenEdits()

const matters = ['yaml', 'toml'] as const
/** Without the second search for addresses, which finds next to nothing, costs a seventh of the time and leaves texts without places. */
const githubTree = gfmFromMarkdown().map(({transforms: _, ...extension}) => extension)
const mathTree = mathFromMarkdown()

/** Constructs that are off: HTML between tags of HTML has no blocks of its own, and its indents mean nothing. */
const disabled = {
  document: [],
  blocks: ['codeIndented', 'definition', 'gfmFootnoteDefinition', 'htmlFlow'],
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
  /** A document or a piece of one, or what stands between HTML tags: blocks of Markdown or one line of text. @default 'document' */
  readonly content?: keyof typeof disabled
  /** Found in the whole text, once for all its parts. @default found out */
  readonly formulas?: FormulaSurvey
  /** Labels that are defined anywhere in the file. @default those that the part defines */
  readonly labels?: Labels | undefined
  /** Told the offset in the text from which nesting is too deep to be read. */
  readonly onTooDeep?: ((offset: number) => void) | undefined
}

/** Part of a text to parse. */
export interface TreePart {
  /** Places count from here. */
  readonly start: number
  readonly end: number
  /** Put behind the part; may be empty. */
  readonly followedBy: string
}

/** Markdown as GitHub reads it, with front matter, math and dialects; references still point to definitions, HTML is still raw. */
export function toTree(text: string, options: TreeOptions = {}): Root {
  return treeReader(text, options)({start: 0, end: text.length, followedBy: ''})
}

/**
 * As `toTree`, for parts of one text: what is the same for all is made once. Combining a dozen extensions anew for each piece
 * of 2,048 characters costs a thirtieth of its parsing.
 */
export function treeReader(text: string, options: TreeOptions = {}): (part: TreePart) => Root {
  const {content = 'document', formulas = surveyFormulas(text), labels, onTooDeep = ignore} = options
  const passage: {text: string; start: number} = {text, start: 0}
  const off: Extension = {disable: {null: [...disabled[content]]}}
  const dialects = [mark, wikiLink, colonFence, admonition(passage)]
  const first = combineExtensions([
    carefulMath(passage, formulas),
    markdownEndsHtml(passage),
    wideNumbers(passage),
    ...dialects.map(({tokenizer}) => tokenizer)
  ])
  const last = combineExtensions([...(labels ? [shareLabels(labels)] : []), off, nestingLimits(passage, onTooDeep)])
  const trees = [...githubTree, checkOutsideItems, mathTree, ...dialects.map(({tree}) => tree)]
  return ({start, end, followedBy}) => {
    passage.start = start
    const part = text.slice(start, end) + followedBy
    const hasMatter = content === 'document' && startsWithFrontMatter(part)
    return fromMarkdown(part, {
      extensions: [quickGithub(part), first, ...(hasMatter ? [frontmatter([...matters])] : []), last],
      mdastExtensions: hasMatter ? [...trees, frontmatterFromMarkdown([...matters])] : trees
    })
  }
}

function ignore(): void {
  // Nobody asked.
}
