import type {Html, Root} from 'mdast'
import type {VFile} from 'vfile'
import {readWebAddress, WANTED_ADDRESS} from '../guide/web-address.ts'
import {headingOf} from '../mdast/heading-of.ts'
import {addProblem} from '../report/problem.ts'

/** `<!-- qr: URL -->` right below a heading. */
export interface SectionAddress {
  readonly url: string
  readonly node: Html
  /** Offsets of the comment. */
  readonly from: number
  readonly to: number
}

/** A tree without the addresses of its sections, and these apart. */
export interface Addressed {
  readonly tree: Root
  /** By the offset of the heading, in source order. */
  readonly addresses: ReadonlyMap<number, SectionAddress>
}

const COMMENT = /^<!--\s*qr:\s*(\S*)\s*-->$/i

/**
 * Takes the addresses of sections out of a tree, before anything is recognised in it: cards are those of the notes without them. One
 * that is no address on the web is told and left out.
 */
export function withoutSectionAddresses(tree: Root, file: VFile): Addressed {
  const addresses = new Map<number, SectionAddress>()
  if (!/<!--\s*qr:/i.test(String(file))) return {tree, addresses}
  const children = tree.children.filter((node, index) => {
    const written = node.type === 'html' ? COMMENT.exec(node.value.trim())?.[1] : undefined
    const above = tree.children[index - 1]
    const heading = above && headingOf(above)
    if (node.type !== 'html' || written === undefined || !heading) return true
    const url = readWebAddress(written)
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    if (url !== undefined) addresses.set(above.position?.start.offset ?? 0, {url, node, from, to})
    else report(node, `\`${written.slice(0, 60)}\` in \`<!-- qr: -->\`, expected ${WANTED_ADDRESS}`, file)
    return false
  })
  return {tree: {...tree, children}, addresses}
}

/** Tells the addresses below headings that no section is named by: a question, the title. */
export function reportUnusedAddresses({addresses}: Addressed, used: ReadonlySet<string>, file: VFile): void {
  for (const {url, node} of addresses.values())
    if (!used.has(url)) report(node, '`<!-- qr: -->` here, expected it right below a heading that groups questions', file)
}

function report(node: Html, what: string, file: VFile): void {
  addProblem(file, {
    severity: 'warning',
    ruleId: 'qr-address',
    reason: `Unexpected ${what}`,
    place: node.position,
    note: 'For the whole guide, say `qr: https://example.com/notes` in the front matter.'
  })
}
