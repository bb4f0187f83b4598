import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {addProblem} from '../report/problem.ts'
import {surveyFormulas} from './careful-math.ts'
import {markAlerts} from './dialects/alerts.ts'
import {nestColonFences} from './dialects/colon-fence.ts'
import {nestHtml} from './html/nest-html.ts'
import {joinPieces} from './join-pieces.ts'
import {markdownOf} from './markdown-of.ts'
import type {Outlook, ParsedStretch} from './parse-stretch.ts'
import {resolveReferences} from './resolve-references.ts'
import {settleFormulas} from './settle-formulas.ts'
import {toTree} from './to-tree.ts'

/** Makes the tree of a file out of its parsed stretches: joins them, then does what needs the whole: HTML, folds, references. */
export function finishTree(file: VFile, stretches: readonly ParsedStretch[], outlook: Outlook): Root {
  const text = markdownOf(file)
  const {lines} = outlook
  const {tree, labels} = joinPieces(
    text,
    stretches.flatMap(({pieces}) => pieces),
    outlook
  )
  tree.children = tree.children.filter((node) => (node.type as string) !== 'toml')
  nestHtml(tree, {
    text,
    lines,
    read: (segment, content) => toTree(segment, {content, labels, formulas: surveyFormulas(segment, outlook.formulas.amongFormulas)})
  })
  if (text.includes(':::')) nestColonFences(tree)
  markAlerts(tree, text, lines)
  if (text.includes(']:')) resolveReferences(tree)
  settleFormulas(tree)
  const tooDeepFrom = stretches.find((stretch) => stretch.tooDeepFrom !== undefined)?.tooDeepFrom
  if (tooDeepFrom !== undefined)
    addProblem(file, {
      severity: 'error',
      ruleId: 'nesting-too-deep',
      reason: 'Unexpected nesting too deep to be read, expected lists, quotes and marks inside of one another a few levels deep',
      place: lines.toPoint(tooDeepFrom),
      note: 'From here on the marks of this block are shown as they are written.'
    })
  return tree
}
