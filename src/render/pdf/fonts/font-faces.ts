/** One font file of a package and what it is for. */
export interface FontFace {
  readonly package: string
  readonly file: string
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
}

/** Faces that cover the same characters. A page embeds a group when it needs one of its characters. */
export interface FontGroup {
  /** Tells what the group covers. */
  readonly probe: FontFace
  readonly faces: readonly FontFace[]
  /** Key into the package's `unicode.json`, or the range itself; absent: the font needs no limits. */
  readonly range?: string
}

type Cut = readonly [weight: number, style: 'normal' | 'italic']

const SUBSETS = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const
const PROSE_CUTS: readonly Cut[] = [
  [400, 'normal'],
  [400, 'italic'],
  [600, 'normal'],
  [600, 'italic']
]
/** Slanted letters are no emphasis in most scripts: style sheets set it bold. */
const SCRIPT_CUTS: readonly Cut[] = [
  [400, 'normal'],
  [600, 'normal']
]
const CODE_CUTS: readonly Cut[] = [
  [400, 'normal'],
  [400, 'italic'],
  [600, 'normal']
]

const prose = SUBSETS.map((subset) => groupOf('source-sans-3', 'Source Sans 3', subset, PROSE_CUTS))
const code = SUBSETS.map((subset) => groupOf('source-code-pro', 'Source Code Pro', subset, CODE_CUTS))
/** Fonts of signs have Arabic letters too, in one with gaps between them, in the other all of one width: for want of anything better only. */
const ARABIC = 'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFE'
const NOT_ARABIC = 'U+0000-05FF,U+0700-074F,U+0780-089F,U+0900-FB4F,U+FE00-FE6F,U+FEFF-1FFFF'
const symbols: FontGroup = {...single('dejavu-mono', 'DejaVu Mono', 'latin'), range: NOT_ARABIC}

/** Letters in the font of signs: readable, all of one width. Style sheets name them last. */
export const lettersOfSymbols: FontGroup = {...single('dejavu-mono', 'DejaVu Letters', 'latin'), range: ARABIC}

/** Mathematical signs and the formulas themselves. */
export const mathFont: FontGroup = {...single('noto-sans-math', 'Noto Sans Math', 'latin'), range: NOT_ARABIC}

/** Emoji in black, cut into eleven files by use. */
export const emoji: readonly FontGroup[] = Array.from({length: 11}, (_, index) => ({
  ...single('noto-emoji', 'Noto Emoji', String(index)),
  range: `[${index}]`
}))

/** What comes first has the character first; CSS names the families in the same order, other scripts between letters and signs. */
interface FontStack {
  readonly letters: readonly FontGroup[]
  readonly signs: readonly FontGroup[]
}

/** In prose an arrow that emoji have is as large as they are; in code signs and box drawings want the width of letters. */
export const fontFaces: Readonly<Record<'prose' | 'code', FontStack>> = {
  prose: {letters: prose, signs: [mathFont, ...emoji, symbols]},
  code: {letters: code, signs: [symbols, mathFont, ...emoji]}
}

/** A slice of a font for another script. @param subset - Key into the package's `unicode.json`: `arabic`, or `[12]` for the file 12. */
export function scriptGroup(name: string, family: string, subset: string): FontGroup {
  const stem = name.replace('@fontsource/', '')
  return {...groupOf(stem, family, subset.replace(/[[\]]/g, ''), SCRIPT_CUTS), range: subset}
}

function groupOf(name: string, family: string, subset: string, cuts: readonly Cut[]): FontGroup {
  const faces = cuts.map(([weight, style]) => face(name, family, subset, weight, style))
  return {probe: face(name, family, subset, 400, 'normal'), faces, range: subset}
}

function single(name: string, family: string, subset: string): FontGroup {
  const probe = face(name, family, subset, 400, 'normal')
  return {probe, faces: [probe]}
}

function face(name: string, family: string, subset: string, weight: number, style: 'normal' | 'italic'): FontFace {
  return {package: `@fontsource/${name}`, file: `${name}-${subset}-${weight}-${style}.woff`, family, weight, style}
}
