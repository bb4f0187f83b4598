import type {Nodes, Root} from 'mdast'
import type {Point} from 'unist'

/**
 * Trees as a few long lists, for another thread. A structured clone of the trees themselves writes the name of each property for each
 * node and takes longer than parsing them.
 */
export interface PackedTrees {
  /** What a node is made of: its type and the names of its properties, in their order. */
  readonly forms: readonly Form[]
  /** By node, in source order, parents first: its form, then for its place six numbers, for children how many. */
  readonly numbers: Int32Array<ArrayBuffer>
  /** All other properties. */
  readonly values: readonly unknown[]
}

interface Form {
  readonly type: string
  readonly names: readonly string[]
}

/** Stands for the six numbers where a place is not what `fromMarkdown` makes; it is among the values then. */
const noPlace = -1

/** Packs trees. Values of properties are not copied. */
export function packTrees(trees: readonly Root[]): PackedTrees {
  const forms: Form[] = []
  const ids = new Map<string, number>()
  const numbers: number[] = []
  const values: unknown[] = []
  for (const tree of trees) pack(tree)
  return {forms, numbers: Int32Array.from(numbers), values}

  function pack(node: Nodes): void {
    const names = Object.keys(node)
    numbers.push(formOf(node.type, names))
    for (const name of names) {
      if (name === 'position') packPlace(node)
      else if (name === 'children' && 'children' in node) {
        numbers.push(node.children.length)
        for (const child of node.children) pack(child)
      } else if (name !== 'type') values.push(node[name as keyof Nodes])
    }
  }

  function packPlace({position}: Nodes): void {
    const {start, end} = position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) {
      numbers.push(noPlace)
      values.push(position)
    } else numbers.push(start.line, start.column, start.offset, end.line, end.column, end.offset)
  }

  function formOf(type: string, names: readonly string[]): number {
    const key = `${type} ${names.join(' ')}`
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, forms.length)
    return forms.push({type, names}) - 1
  }
}

/** The trees as they were, to the order of properties. */
export function unpackTrees({forms, numbers, values}: PackedTrees): Root[] {
  const trees: Root[] = []
  let at = 0
  let value = 0
  let points = new Map<number, Point>()
  while (at < numbers.length) {
    trees.push(unpack() as unknown as Root)
    points = new Map()
  }
  return trees

  function unpack(): Record<string, unknown> {
    const {type, names} = forms[next()] ?? {type: '', names: []}
    const node: Record<string, unknown> = {}
    for (const name of names) {
      if (name === 'type') node.type = type
      else if (name === 'position') node.position = unpackPlace()
      else if (name === 'children') node.children = Array.from({length: next()}, unpack)
      else node[name] = values[value++]
    }
    return node
  }

  function unpackPlace(): unknown {
    const line = next()
    if (line === noPlace) return values[value++]
    return {start: toPoint(line, next(), next()), end: toPoint(next(), next(), next())}
  }

  /** Of each place one object, as `placePiece` makes them. */
  function toPoint(line: number, column: number, offset: number): Point {
    const known = points.get(offset)
    if (known?.line === line && known.column === column) return known
    const point = {line, column, offset}
    points.set(offset, point)
    return point
  }

  function next(): number {
    return numbers[at++] ?? 0
  }
}
