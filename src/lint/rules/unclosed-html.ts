import type {Nodes} from 'mdast'
import {eachNode} from '../../mdast/each-node.ts'
import type {Edit, LintDocument, Rule} from '../rule.ts'
import {sourceOf} from '../source-of.ts'

/** HTML that a node of the tree may have been written as. */
const writtenAs: Readonly<Record<string, readonly string[]>> = {
  strong: ['b', 'strong'],
  emphasis: ['i', 'em'],
  delete: ['del', 's', 'strike'],
  mark: ['mark'],
  inlineCode: ['code', 'tt'],
  link: ['a'],
  heading: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  list: ['ul', 'ol'],
  table: ['table'],
  blockquote: ['blockquote'],
  code: ['pre']
}

/** Elements that HTML lets stand open. */
const mayStandOpen: ReadonlySet<string> = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(' ')
)

/** Elements in a line of text: a browser, too, closes them with the paragraph at the latest. */
const formatting: ReadonlySet<string> = new Set('b code del em i kbd mark s small strike strong sub sup tt u'.split(' '))

/** Characters in which an end tag is looked for. */
const reach = 5000

/**
 * An HTML element that is opened and never closed. Browsers guess where it ends, and not all the same: an open `<details>` folds
 * the rest of the page. cardpress closes it with the paragraph, quote or list around it.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a topic?
 *
 * A <b>named log.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 * ```
 */
export const unclosedHtml: Rule = {
  id: 'unclosed-html',
  severity: 'warning',
  check(documents, report) {
    for (const document of documents)
      eachNode(document.tree, (node) => {
        const tagName = openTag(document, node)
        if (tagName !== undefined)
          report({
            document,
            place: node.position,
            reason: `Unexpected \`<${tagName}>\` that is never closed, expected \`</${tagName}>\``,
            note: 'Close it; where its name is meant, put that in back quotes.',
            repair: formatting.has(tagName) ? closeAtEnd(document, node, tagName) : undefined,
            weight: formatting.has(tagName) ? 0 : 1
          })
      })
  }
}

function openTag(document: LintDocument, node: Nodes): string | undefined {
  const names = node.type === 'htmlElement' ? [node.tagName] : writtenAs[node.type]
  if (!names || !node.position) return undefined
  const source = sourceOf(document, node.position)
  const tagName = /^<([a-z][\w-]*)(?=[\s/>])/i.exec(source)?.[1]
  if (tagName === undefined || !names.includes(tagName.toLowerCase()) || mayStandOpen.has(tagName.toLowerCase())) return undefined
  return /<\/[a-z][\w-]*\s*>\s*$|\/>$/i.test(source) || closesLater(document, node, tagName) ? undefined : tagName
}

/** Elements that overlap end early in a tree, but their author has closed them. */
function closesLater({file}: LintDocument, {position}: Nodes, tagName: string): boolean {
  const end = position?.end.offset ?? 0
  const next = new RegExp(`<(/?)${tagName}\\b`, 'i').exec(String(file).slice(end, end + reach))
  return next?.[1] === '/'
}

/** Only for a tag that touches the text behind it: `use <b> to shout` speaks of the tag. */
function closeAtEnd(document: LintDocument, {position}: Nodes, tagName: string): Edit | undefined {
  const end = position?.end.offset
  return end === undefined || /^<[^<>]*>(?:\s|[,.;:)]|$)/.test(sourceOf(document, position))
    ? undefined
    : {start: end, end, text: `</${tagName}>`}
}
