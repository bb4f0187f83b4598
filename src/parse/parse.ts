import type {Root} from 'mdast'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import '../mdast/html-element.ts'
import {addProblem} from '../report/problem.ts'
import {surveyFormulas} from './careful-math.ts'
import {markAlerts} from './dialects/alerts.ts'
import {nestColonFences} from './dialects/colon-fence.ts'
import {nestHtml} from './html/nest-html.ts'
import type {ReadMarkdown} from './html/read-segment.ts'
import {indexLines} from './line-index.ts'
import {parsePieces} from './parse-pieces.ts'
import {resolveReferences} from './resolve-references.ts'
import {settleFormulas} from './settle-formulas.ts'
import {toTree} from './to-tree.ts'

/**
 * Reads Markdown into a tree; any text is Markdown, so this cannot fail.
 *
 * Links and images are resolved, definitions are gone, footnotes stay. Front matter is a `yaml` node at the start; TOML is left out.
 * Places count in the file the author has open: lines and columns from 1, offsets from 0, front matter included.
 */
export function parse(file: VFile): Root {
  const text = String(file)
  const lines = indexLines(text)
  const formulas = surveyFormulas(text)
  const tooDeep: number[] = []
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const {tree, labels} = parsePieces(text, lines, {start, formulas, onTooDeep: (offset) => tooDeep.push(offset)})
  if (tooDeep.length > 0) reportTooDeep(file, lines.toPoint(tooDeep[0] ?? 0))
  const readSegment: ReadMarkdown = (segment, content) =>
    toTree(segment, {content, labels, formulas: surveyFormulas(segment, formulas.amongFormulas)})
  tree.children = tree.children.filter((node) => (node.type as string) !== 'toml')
  nestHtml(tree, {text, lines, read: readSegment})
  nestColonFences(tree)
  markAlerts(tree, text, lines)
  resolveReferences(tree)
  settleFormulas(tree)
  return tree
}

function reportTooDeep(file: VFile, place: Point): void {
  addProblem(file, {
    severity: 'error',
    ruleId: 'nesting-too-deep',
    reason: 'Unexpected nesting too deep to be read, expected lists, quotes and marks inside of one another a few levels deep',
    place,
    note: 'From here on the marks of this block are shown as they are written.'
  })
}
