import {type FontFace, type FontGroup, fontFaces, mathFont} from './font-faces.ts'
import {woffCoverage} from './woff-coverage.ts'

/** Fonts for one document. */
export interface FontChoice {
  /** `@font-face` rules with the fonts as data URIs. */
  readonly css: string
  /** Characters that none of our fonts has. */
  readonly missing: ReadonlySet<string>
}

/** Reads a file that cardpress ships or depends on. */
export type ReadAsset = (url: URL) => Promise<Uint8Array>

/** What has no shape of its own: controls, joiners, direction marks, selectors, tags. */
const SHAPELESS = /\p{Cc}|\p{Cf}|\p{Z}|\p{Variation_Selector}/u

const rules = new Map<string, Promise<string>>()
const coverages = new Map<string, Promise<ReadonlySet<number>>>()

/**
 * Chooses the fonts that a document needs and no more, so that plain English carries seven small files and not seven megabytes.
 *
 * @param text - All text that will be printed.
 */
export async function chooseFonts(text: string, needsMath: boolean, readAsset: ReadAsset): Promise<FontChoice> {
  const chosen = new Set<FontGroup>([...fontFaces.prose.slice(0, 1), ...fontFaces.code.slice(0, 1), ...(needsMath ? [mathFont] : [])])
  const missing = new Set<string>()
  for (const character of new Set(text)) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x7f || SHAPELESS.test(character)) continue
    for (const stack of [fontFaces.prose, fontFaces.code]) {
      const group = await firstWith(stack, point, readAsset)
      if (group) chosen.add(group)
      else missing.add(character)
    }
  }
  const inOrder = [...new Set([...fontFaces.prose, ...fontFaces.code])].filter((group) => chosen.has(group))
  const css = await Promise.all(inOrder.flatMap((group) => group.faces.map((face) => ruleOf(face, group.range, readAsset))))
  return {css: css.join('\n'), missing}
}

/**
 * Rules for text in pictures that set their own, whose files are to hold no more than they need.
 *
 * @param cuts - `600 italic`; fonts without that cut come as they are. @default All
 */
export async function proseFaces(text: string, readAsset: ReadAsset, cuts?: ReadonlySet<string>): Promise<string> {
  const chosen = new Set<FontGroup>()
  for (const character of new Set(text)) {
    const point = character.codePointAt(0) ?? 0
    const group = SHAPELESS.test(character) ? undefined : await firstWith(fontFaces.prose, point, readAsset)
    if (group) chosen.add(group)
  }
  const faces = fontFaces.prose
    .filter((group) => chosen.has(group))
    .flatMap(({faces, range}) => {
      const wanted = faces.filter(({weight, style}) => cuts?.has(`${weight} ${style}`) ?? true)
      return (faces.length === 1 ? faces : wanted).map((face) => ({face, range}))
    })
  return (await Promise.all(faces.map(({face, range}) => ruleOf(face, range, readAsset)))).join('')
}

/** Rules for plain Latin prose, for pictures (SVG) that set text: they see none of the fonts of the page around them. */
export async function latinFaces(readAsset: ReadAsset): Promise<string> {
  const [latin] = fontFaces.prose
  const rules = await Promise.all((latin?.faces ?? []).map((face) => ruleOf(face, latin?.range, readAsset)))
  return rules.join('')
}

async function firstWith(stack: readonly FontGroup[], point: number, readAsset: ReadAsset): Promise<FontGroup | undefined> {
  for (const group of stack) if ((await coverageOf(group, readAsset)).has(point)) return group
  return undefined
}

/** What a group covers within its range: a font may have more, but CSS will not ask it. */
function coverageOf({probe, range}: FontGroup, readAsset: ReadAsset): Promise<ReadonlySet<number>> {
  return once(coverages, probe.file, async () => {
    const covered = woffCoverage(await readAsset(fileUrl(probe.package, `files/${probe.file}`)))
    if (range === undefined) return covered
    const ranges = parseRanges(await unicodeRange(probe.package, range, readAsset))
    return new Set([...covered].filter((point) => ranges.some(([from, to]) => from <= point && point <= to)))
  })
}

function ruleOf(face: FontFace, range: string | undefined, readAsset: ReadAsset): Promise<string> {
  return once(rules, face.file, async () => {
    const bytes = await readAsset(fileUrl(face.package, `files/${face.file}`))
    const limits = range === undefined ? '' : `;unicode-range:${await unicodeRange(face.package, range, readAsset)}`
    const source = `url(data:font/woff;base64,${Buffer.from(bytes).toString('base64')})format('woff')`
    return `@font-face{font-family:'${face.family}';font-weight:${face.weight};font-style:${face.style};src:${source}${limits}}`
  })
}

async function unicodeRange(name: string, key: string, readAsset: ReadAsset): Promise<string> {
  const ranges = JSON.parse(Buffer.from(await readAsset(fileUrl(name, 'unicode.json'))).toString('utf8')) as Record<string, string>
  const range = ranges[key]
  if (range === undefined) throw new RangeError(`Expected a range ${key} in unicode.json of ${name}`)
  return range
}

/** `U+0000-00FF,U+0131` */
function parseRanges(text: string): readonly (readonly [number, number])[] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}

function fileUrl(name: string, path: string): URL {
  return new URL(path, import.meta.resolve(name))
}

/** Fonts do not change while we run: each is read once for all guides. */
function once<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = cache.get(key) ?? make()
  cache.set(key, made)
  return made
}
