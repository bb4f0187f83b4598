import type {Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import type {Candidate} from '../guide/candidate.ts'
import {addProblem} from '../report/problem.ts'

/** Text between `<!-- trainer -->` and `<!-- /trainer -->`. */
export interface TrainerText {
  readonly nodes: readonly RootContent[]
  /** Offsets of the first character of the one comment and behind the last of the other. */
  readonly from: number
  readonly to: number
}

/** A tree without what is for the trainer only, and that apart. */
export interface Parted {
  readonly tree: Root
  /** In source order. */
  readonly texts: readonly TrainerText[]
}

const MARK = /^<!--\s*(\/?)\s*trainer\s*-->$/i
const ABSENT = /<!--\s*\/?\s*trainer\s*-->/i

/**
 * Takes what is for the trainer only out of a tree, before anything is recognised in it: the questions, their ids and their hashes are
 * those of the notes without it. A comment that has no partner among its siblings is an error, as nobody could tell what to hide.
 */
export function withoutTrainerText(tree: Root, file: VFile): Parted {
  if (!ABSENT.test(String(file))) return {tree, texts: []}
  const texts: TrainerText[] = []
  const children = part(tree.children, texts, file)
  return {tree: {...tree, children}, texts: texts.toSorted((a, b) => a.from - b.from)}
}

/** The text with blanks in the place of what is set apart, such as what is for the trainer: places stay as they are. */
export function blankTrainerText(source: string, texts: readonly Pick<TrainerText, 'from' | 'to'>[]): string {
  let blanked = source
  for (const {from, to} of texts) blanked = blanked.slice(0, from) + source.slice(from, to).replace(/[^\r\n]/g, ' ') + blanked.slice(to)
  return blanked
}

/** The text without what is for the trainer. */
export function cutTrainerText(source: string, texts: readonly TrainerText[]): string {
  return texts.toReversed().reduce((text, {from, to}) => text.slice(0, from) + text.slice(to), source)
}

/** Gives each text to the question that it stands below; below a heading that groups, to the question that follows. */
export function withTrainerText(candidates: readonly Candidate[], {tree, texts}: Parted): readonly Candidate[] {
  if (texts.length === 0) return candidates
  const given = Map.groupBy(texts, ({from}) => ownerOf(from, candidates, tree))
  return candidates.map((candidate) => {
    const own = given.get(candidate)
    return own ? {...candidate, trainer: own.flatMap(({nodes}) => nodes)} : candidate
  })
}

function ownerOf(offset: number, candidates: readonly Candidate[], tree: Root): Candidate | undefined {
  const before = candidates.findLast(({position}) => startOf(position) < offset)
  const end = before?.position.end.offset ?? 0
  const isApart = tree.children.some((node) => node.type === 'heading' && startOf(node.position) >= end && startOf(node.position) < offset)
  const after = candidates.find(({position}) => startOf(position) >= offset)
  return before && !(isApart && after) ? before : after
}

function startOf(position: {readonly start: Point} | undefined): number {
  return position?.start.offset ?? 0
}

function part<Node extends RootContent>(siblings: readonly Node[], texts: TrainerText[], file: VFile): Node[] {
  const kept: Node[] = []
  let open: {readonly mark: Node; readonly nodes: RootContent[]} | undefined
  for (const node of siblings) {
    const slash = node.type === 'html' ? MARK.exec(node.value.trim())?.[1] : undefined
    if (slash === undefined) {
      if (open) open.nodes.push(node)
      else kept.push(...withoutEmpty(node, texts, file))
    } else if (slash === '' && !open) open = {mark: node, nodes: []}
    else if (slash === '/' && open) {
      const [from, to] = [startOf(open.mark.position), node.position?.end.offset ?? 0]
      texts.push({nodes: toBlocks(open.nodes), from, to})
      open = undefined
    } else report(node, slash, file)
  }
  if (!open) return joined(kept)
  report(open.mark, '', file)
  return [...kept, ...(open.nodes as Node[])]
}

/** Where words within a line were taken out, one of the two spaces goes along. */
function joined<Node extends RootContent>(nodes: readonly Node[]): Node[] {
  return nodes.map((node, index) => {
    const before = nodes[index - 1]
    const isDouble = node.type === 'text' && before?.type === 'text' && /\s$/.test(before.value)
    return isDouble ? {...node, value: node.value.trimStart()} : node
  })
}

/** The node without what is for the trainer inside of it; none where nothing else was in it. */
function withoutEmpty<Node extends RootContent>(node: Node, texts: TrainerText[], file: VFile): Node[] {
  if (!('children' in node) || node.children.length === 0) return [node]
  const before = texts.length
  const children = part(node.children as RootContent[], texts, file)
  if (texts.length === before) return [node]
  return children.some((child) => child.type !== 'text' || child.value.trim() !== '') ? [{...node, children} as Node] : []
}

/** Words within a line become a paragraph of their own. */
function toBlocks(nodes: readonly RootContent[]): readonly RootContent[] {
  const isLine = nodes.some(({type}) =>
    ['text', 'emphasis', 'strong', 'inlineCode', 'link', 'inlineMath', 'delete', 'break'].includes(type)
  )
  return isLine ? [{type: 'paragraph', children: [...nodes] as PhrasingContent[]} satisfies Paragraph] : nodes
}

function report(node: RootContent, slash: string, file: VFile): void {
  addProblem(file, {
    severity: 'error',
    ruleId: 'unclosed-trainer',
    reason:
      slash === '/'
        ? 'Unexpected `<!-- /trainer -->`, expected `<!-- trainer -->` before it in the same list, quote or text'
        : 'Unexpected `<!-- trainer -->` without an end, expected `<!-- /trainer -->` in the same list, quote or text',
    place: node.position,
    note: 'Nothing is made of the file, so that nobody sees what is meant for the trainer.'
  })
}
