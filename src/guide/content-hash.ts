import type {Nodes} from 'mdast'
import type {Candidate} from './candidate.ts'
import type {Media} from './guide.ts'
import {sha256Base62} from './sha256-base62.ts'

/** The attributes that a reader could notice, by node type. List spacing and heading style are none. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  heading: ['depth'],
  code: ['lang', 'meta', 'value'],
  inlineCode: ['value'],
  math: ['value'],
  inlineMath: ['value'],
  list: ['ordered', 'start'],
  listItem: ['checked'],
  link: ['url', 'title'],
  image: ['alt', 'title'],
  table: ['align'],
  htmlElement: ['tagName', 'properties'],
  footnoteDefinition: ['identifier'],
  footnoteReference: ['identifier']
}

/**
 * Fingerprint of all that a learner sees of a card: normalised mdast of both sides, options, section, tags and the bytes of its media.
 * Never over HTML, so that a better highlighter or sanitiser does not make every note look edited.
 * 22 base62 characters of SHA-256.
 */
export function contentHash(
  card: Omit<Candidate, 'id' | 'recogniser' | 'position'> & {readonly reverse?: boolean},
  media: ReadonlyMap<string, Pick<Media, 'sha256'>>
): string {
  const side = (nodes: readonly Nodes[]) => canonicalChildren(nodes, media)
  const content = [
    card.kind,
    side(card.question),
    card.options.map((option) => [option.right, side(option.content)]),
    side(card.answer),
    side(card.explanation),
    card.section,
    [...card.tags].sort(),
    ...(card.reverse ? ['reverse'] : [])
  ]
  return sha256Base62(JSON.stringify(content)).slice(0, 22)
}

type Canonical = string | readonly unknown[]

function canonicalChildren(nodes: readonly Nodes[], media: ReadonlyMap<string, Pick<Media, 'sha256'>>): Canonical[] {
  const out: Canonical[] = []
  let text = ''
  const flush = () => {
    if (text) out.push(text.replace(/\s+/g, ' '))
    text = ''
  }
  for (const node of nodes) {
    if (node.type === 'html' || node.type === 'yaml') continue // Comments: nobody sees them.
    if (node.type === 'text') text += node.value
    else {
      flush()
      out.push(canonical(node, media))
    }
  }
  flush()
  return out
}

function canonical(node: Nodes, media: ReadonlyMap<string, Pick<Media, 'sha256'>>): Canonical {
  const own: Readonly<Record<string, unknown>> = {...node}
  const kept = (attributes[node.type] ?? []).map((name) => sorted(own[name] ?? null))
  if (node.type === 'image') kept.push(media.get(node.url)?.sha256 ?? node.url)
  // A drawing in the text counts as it is written. Elements without one, and cards from before drawings were kept, count as they did.
  if (node.type === 'htmlElement' && node.data?.svg !== undefined) kept.push(node.data.svg)
  if (node.type === 'blockquote') kept.push(node.data?.alert ?? null, node.data?.title ?? null)
  const children = 'children' in node ? canonicalChildren(node.children, media) : []
  return [node.type, ...kept, children]
}

/** Attribute order in the source is no content. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}
