import {type FindPackage, findPackage, type ReadAsset, rangeHas, readFromPackage, unicodeRanges} from './find-package.ts'
import {emoji, type FontFace, type FontGroup, fontFaces, lettersOfSymbols, mathFont, scriptGroup} from './font-faces.ts'
import {packageOf, type Script, scripts} from './scripts.ts'
import {woffCoverage} from './woff-coverage.ts'

/** Fonts for one document. */
export interface FontChoice {
  /** `@font-face` rules with the fonts as data URIs, and families for other scripts as variables of the style sheet. */
  readonly css: string
  /** Characters that none of the fonts in the document has. */
  readonly missing: ReadonlySet<string>
}

/** What has no shape of its own: controls, joiners, direction marks, selectors, tags. */
const SHAPELESS = /\p{Cc}|\p{Cf}|\p{Z}|\p{Variation_Selector}/u

/** Emoji of several characters: joined ones, with a skin, flags, keycaps. One file has to have all of them. */
const SEQUENCE =
  /\p{Extended_Pictographic}\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?)+|\p{Extended_Pictographic}\p{Emoji_Modifier}|\p{Regional_Indicator}{2}|[0-9#*]\u20e3|\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu

const rules = new Map<string, Promise<string>>()
const coverages = new Map<string, Promise<ReadonlySet<number>>>()

/**
 * Chooses the fonts that a document needs and no more, so that plain English carries seven small files and not seven megabytes.
 * Scripts that no font here has are drawn by `@fontsource` packages, where the user has installed them beside cardpress.
 *
 * @param text - All text that will be printed.
 * @param lang - Of the guide: it decides which shape a Chinese character has.
 */
export async function chooseFonts(
  text: string,
  needsMath: boolean,
  lang: string,
  readAsset: ReadAsset,
  find: FindPackage = findPackage
): Promise<FontChoice> {
  const {prose, code} = fontFaces
  const chosen = new Set<FontGroup>([...prose.letters.slice(0, 1), ...code.letters.slice(0, 1), ...(needsMath ? [mathFont] : [])])
  const missing = new Set<string>()
  const foreign = new Map<string, readonly FontGroup[]>()
  const local = new Set<string>()
  const families = new Map<Script, readonly string[]>() // Once a script: to tell some, all of the text is looked through.
  for (const character of new Set(text)) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x7f || SHAPELESS.test(character)) continue
    const script = scripts.find(({pattern}) => pattern.test(character))
    if (script && !families.has(script)) families.set(script, script.families(lang, text))
    const wanted = script && families.get(script)
    for (const {letters, signs} of [prose, code]) {
      const group =
        (await firstWith(letters, [point], readAsset)) ??
        (wanted && (await firstForeign(wanted, point, foreign, readAsset, find))) ??
        (await firstWith(signs, [point], readAsset))
      if (group) chosen.add(group)
      else missing.add(character)
      if (!group && script?.local) local.add(script.local)
    }
  }
  for (const [sequence] of text.replaceAll('\ufe0f', '').matchAll(SEQUENCE)) {
    const points = [...sequence].map((character) => character.codePointAt(0) ?? 0)
    const group = await firstWith(emoji, points, readAsset)
    if (group) chosen.add(group)
  }
  const own = [...new Set([...prose.letters, ...prose.signs, ...code.letters, ...code.signs])].filter((group) => chosen.has(group))
  const others = [...foreign.values()].flatMap((groups) => groups.filter((group) => chosen.has(group)))
  const rulesOf = (groups: readonly FontGroup[], where: FindPackage) =>
    groups.flatMap((group) => group.faces.map((face) => ruleOf(face, group.range, readAsset, where)))
  const css = await Promise.all([
    ...rulesOf(own, findPackage),
    ...rulesOf(others, find),
    ...rulesOf(local.size > 0 ? [lettersOfSymbols] : [], findPackage)
  ])
  return {css: [...css, ...variables([...new Set(others.map(({probe}) => `'${probe.family}'`))], [...local])].join('\n'), missing}
}

/**
 * Rules for text in pictures that set their own, whose files are to hold no more than they need.
 *
 * @param cuts - `600 italic`; fonts without that cut come as they are. @default All
 */
export async function proseFaces(text: string, readAsset: ReadAsset, cuts?: ReadonlySet<string>): Promise<string> {
  const stack = [...fontFaces.prose.letters, ...fontFaces.prose.signs]
  const chosen = new Set<FontGroup>()
  for (const character of new Set(text)) {
    const point = character.codePointAt(0) ?? 0
    const group = SHAPELESS.test(character) ? undefined : await firstWith(stack, [point], readAsset)
    if (group) chosen.add(group)
  }
  const faces = stack
    .filter((group) => chosen.has(group))
    .flatMap(({faces, range}) => {
      const wanted = faces.filter(({weight, style}) => cuts?.has(`${weight} ${style}`) ?? true)
      return (faces.length === 1 ? faces : wanted).map((face) => ({face, range}))
    })
  return (await Promise.all(faces.map(({face, range}) => ruleOf(face, range, readAsset, findPackage)))).join('')
}

/** Rules for plain Latin prose, for pictures (SVG) that set text: they see none of the fonts of the page around them. */
export async function latinFaces(readAsset: ReadAsset): Promise<string> {
  const [latin] = fontFaces.prose.letters
  const rules = await Promise.all((latin?.faces ?? []).map((face) => ruleOf(face, latin?.range, readAsset, findPackage)))
  return rules.join('')
}

/** Families that style sheets name between letters and signs, and behind both. */
function variables(embedded: readonly string[], local: readonly string[]): readonly string[] {
  const entries = [
    ...(embedded.length > 0 ? [`--script-fonts:${embedded.join(',')}`] : []),
    ...(local.length > 0 ? [`--local-fonts:${local.join(',')}`] : [])
  ]
  return entries.length > 0 ? [`:root{${entries.join(';')}}`] : []
}

async function firstWith(stack: readonly FontGroup[], points: readonly number[], readAsset: ReadAsset): Promise<FontGroup | undefined> {
  for (const group of stack) {
    const covered = await coverageOf(group, readAsset)
    if (points.every((point) => covered.has(point))) return group
  }
  return undefined
}

/** The slice with that character of the first family that is installed and has it. @param slices - Of each family asked so far; grows. */
async function firstForeign(
  families: readonly string[],
  point: number,
  slices: Map<string, readonly FontGroup[]>,
  readAsset: ReadAsset,
  find: FindPackage
): Promise<FontGroup | undefined> {
  for (const family of families) {
    const name = packageOf(family)
    if (find(name) === undefined) continue
    const ranges = await unicodeRanges(name, readAsset, find)
    const own = slices.get(family) ?? Object.keys(ranges).map((subset) => scriptGroup(name, family, subset))
    slices.set(family, own)
    // What the package says is enough: a hundred slices are too many to be unpacked for a few characters.
    const slice = own.find(({range = ''}) => rangeHas(ranges[range] ?? '', point))
    if (slice) return slice
  }
  return undefined
}

/** What a group covers within its range: a font may have more, but CSS will not ask it. */
function coverageOf({probe, range}: FontGroup, readAsset: ReadAsset): Promise<ReadonlySet<number>> {
  return once(coverages, `${probe.file} ${range}`, async () => {
    const covered = woffCoverage(await readFromPackage(probe.package, `files/${probe.file}`, readAsset, findPackage))
    if (range === undefined) return covered
    const limits = await unicodeRange(probe.package, range, readAsset, findPackage)
    return new Set([...covered].filter((point) => rangeHas(limits, point)))
  })
}

function ruleOf(face: FontFace, range: string | undefined, readAsset: ReadAsset, find: FindPackage): Promise<string> {
  return once(rules, `${face.file} ${range}`, async () => {
    const bytes = await readFromPackage(face.package, `files/${face.file}`, readAsset, find)
    const limits = range === undefined ? '' : `;unicode-range:${await unicodeRange(face.package, range, readAsset, find)}`
    const source = `url(data:font/woff;base64,${Buffer.from(bytes).toString('base64')})format('woff')`
    return `@font-face{font-family:'${face.family}';font-weight:${face.weight};font-style:${face.style};src:${source}${limits}}`
  })
}

/** @param key - Into the package's `unicode.json`, or the range itself. */
async function unicodeRange(name: string, key: string, readAsset: ReadAsset, find: FindPackage): Promise<string> {
  if (key.startsWith('U+')) return key
  const range = (await unicodeRanges(name, readAsset, find))[key]
  if (range === undefined) throw new RangeError(`Expected a range ${key} in unicode.json of ${name}`)
  return range
}

/** Fonts do not change while we run: each is read once for all guides. */
function once<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = cache.get(key) ?? make()
  cache.set(key, made)
  return made
}
