import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {surveyFormulas} from './careful-math.ts'
import {findCutPoints} from './cut-points.ts'
import {finishTree} from './finish-tree.ts'
import {parse, wholeOf} from './parse.ts'
import {type ParsedStretch, parseStretch, type Stretch} from './parse-stretch.ts'

/** Parses a stretch of a text elsewhere, as `parseStretch` would here. */
export type ParseAside = (text: string, stretch: Stretch) => Promise<ParsedStretch | undefined>

/**
 * As `parse`, to the same tree, with all stretches of the text but the first parsed aside, at the same time.
 *
 * @param count - How many stretches of about the same length to make.
 */
export async function parseInParallel(file: VFile, count: number, parseAside: ParseAside): Promise<Root> {
  const text = String(file)
  const [first, ...others] = toStretches(text, count)
  if (!first || others.length === 0) return parse(file)
  const asides = others.map((stretch) => parseAside(text, stretch))
  const formulas = surveyFormulas(text)
  const parsed = [parseStretch(text, first, {formulas}), ...(await Promise.all(asides))]
  const proved = parsed.filter((stretch) => stretch !== undefined)
  return proved.length === parsed.length ? finishTree(file, proved, formulas) : parse(file)
}

function toStretches(text: string, count: number): readonly Stretch[] {
  let {start} = wholeOf(text)
  const points = findCutPoints(text, start).filter(({doubtful}) => !doubtful)
  const stretches: Stretch[] = []
  for (let number = 1; number < count; number++) {
    const point = points.find(({offset}) => offset > start && offset >= (text.length * number) / count)
    if (!point) break
    stretches.push({start, end: point.offset, followedBy: point.followedBy})
    start = point.offset
  }
  return [...stretches, {start, end: text.length, followedBy: ''}]
}
