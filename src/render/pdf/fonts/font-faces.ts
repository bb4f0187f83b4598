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
  /** Key into the package's `unicode.json`; absent: the group stands at the end of a stack and needs no limits. */
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
const CODE_CUTS: readonly Cut[] = [
  [400, 'normal'],
  [400, 'italic'],
  [600, 'normal']
]

const prose = SUBSETS.map((subset) => groupOf('source-sans-3', 'Source Sans 3', subset, PROSE_CUTS))
const code = SUBSETS.map((subset) => groupOf('source-code-pro', 'Source Code Pro', subset, CODE_CUTS))
const symbols: FontGroup = single('dejavu-mono', 'DejaVu Mono', 'latin')

/** Mathematical signs and the formulas themselves. */
export const mathFont: FontGroup = single('noto-sans-math', 'Noto Sans Math', 'latin')

/** Emoji in black, cut into eleven files by use. */
const emoji: readonly FontGroup[] = Array.from({length: 11}, (_, index) => ({
  ...single('noto-emoji', 'Noto Emoji', String(index)),
  range: `[${index}]`
}))

/** What comes first has the character first; CSS names the families in the same order. Box drawings want the width of code. */
export const fontFaces: Readonly<Record<'prose' | 'code', readonly FontGroup[]>> = {
  prose: [...prose, mathFont, symbols, ...emoji],
  code: [...code, symbols, mathFont, ...emoji]
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
