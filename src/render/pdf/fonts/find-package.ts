/** Reads a file that cardpress ships or depends on. */
export type ReadAsset = (url: URL) => Promise<Uint8Array>

/** Where a package lies; undefined where it is not installed. */
export type FindPackage = (name: string) => URL | undefined

const places = new Map<string, URL | undefined>()
const unicodes = new Map<string, Promise<Readonly<Record<string, string>>>>()
const parsed = new Map<string, readonly (readonly [from: number, to: number])[]>()

/** As `import` finds it: beside cardpress, or in a folder above. Each is looked for once, as that reads the disk. */
export function findPackage(name: string): URL | undefined {
  if (!places.has(name)) places.set(name, resolvePackage(name))
  return places.get(name)
}

function resolvePackage(name: string): URL | undefined {
  try {
    return new URL(import.meta.resolve(name))
  } catch {
    return undefined
  }
}

/** @throws RangeError when the package is not installed. */
export async function readFromPackage(name: string, path: string, readAsset: ReadAsset, find: FindPackage): Promise<Uint8Array> {
  const folder = find(name)
  if (folder === undefined) throw new RangeError(`Expected the package ${name} to be installed`)
  return readAsset(new URL(path, folder))
}

/** Which characters each file of a font package is for: `unicode-range` by subset. */
export function unicodeRanges(name: string, readAsset: ReadAsset, find: FindPackage): Promise<Readonly<Record<string, string>>> {
  const reading =
    unicodes.get(name) ??
    readFromPackage(name, 'unicode.json', readAsset, find).then((bytes) => JSON.parse(Buffer.from(bytes).toString('utf8')))
  unicodes.set(name, reading)
  return reading
}

/** Whether a `unicode-range` (`U+0000-00FF,U+0131`) has the character. */
export function rangeHas(range: string, point: number): boolean {
  const spans = parsed.get(range) ?? parseRange(range)
  parsed.set(range, spans)
  return spans.some(([from, to]) => from <= point && point <= to)
}

function parseRange(text: string): readonly (readonly [number, number])[] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}
