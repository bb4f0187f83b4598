import type {VFile} from 'vfile'
import {countText} from '../../report/count-text.ts'
import {addProblem} from '../../report/problem.ts'
import type {PageSize} from '../renderer.ts'
import {objectOf, type PdfFile} from './file/pdf-file.ts'
import {readOutline} from './file/read-outline.ts'
import {readPages} from './file/read-pages.ts'

/** The fonts that come along, as a PDF file calls them. */
const OUR_FONTS = /^(?:SourceSans3|SourceCodePro|NotoSansMath|DejaVuSansMono|NotoEmoji)\b/
const OTHER_FACE = /@font-face\s*\{(?!font-family:'(?:Source Sans 3|Source Code Pro|Noto Sans Math|DejaVu Mono|Noto Emoji)')/
const PT_PER_MM = 72 / 25.4
/** Chromium rounds pages to whole points. */
const SLACK_PT = 1.5

/** A print with a template that is not ours. */
export interface TemplatePrint {
  /** Of the template, for messages. */
  readonly path: string
  /** The page as it was printed. */
  readonly html: string
  /** The print before anything is done to it. */
  readonly file: PdfFile
  readonly size: PageSize
  /** How many sections and questions there are. */
  readonly headings: number
}

/** Tells what a user's template or style sheet did to the print, as far as the print shows it: screen readers and bookmarks would not. */
export function reportTemplateFaults({path, html, file, size, headings}: TemplatePrint, report: VFile): void {
  const warn = (reason: string, note: string) =>
    addProblem(report, {severity: 'warning', ruleId: 'template-fault', reason: `${reason} (${path})`, note})
  const bookmarks = readOutline(file).length
  if (bookmarks < headings)
    warn(
      `Unexpected ${countText(bookmarks, 'heading')} in print, expected one for each of ${headings} sections and questions`,
      'Bookmarks, running heads and page numbers come from headings `h1` to `h6` that are visible.'
    )
  const skip = skippedLevel(html)
  if (skip)
    warn(
      `Unexpected \`<h${skip[1]}>\` ${skip[0] === 0 ? 'as the first heading' : `after \`<h${skip[0]}>\``}, expected \`<h${skip[0] + 1}>\``,
      'PDF/UA-1 lets no level be skipped; `section.questionLevel` and `heading.level` fit together.'
    )
  const pictures = html.match(/<img\b(?![^>]*\balt=)[^>]*>/g)?.length ?? 0
  if (pictures > 0)
    warn(
      `Unexpected ${countText(pictures, 'picture')} without \`alt\`, expected a description`,
      'Screen readers say it; `alt=""` is for decoration.'
    )
  const other = sizesOf(file).find(([width, height]) => !isNear(width, size.widthMm) || !isNear(height, size.heightMm))
  if (other)
    warn(
      `Unexpected page of ${other.map(toMm).join(' x ')} mm, expected ${[size.widthMm, size.heightMm].map(Math.round).join(' x ')} mm`,
      '`@page { size }` belongs to `--paper`: `{{ paper.widthMm }}mm {{ paper.heightMm }}mm`.'
    )
  // A font for other scripts is told with the characters that want it; what a style sheet brings may have any name inside.
  const brings = report.messages.some(({ruleId}) => ruleId === 'missing-glyph' || ruleId === 'borrowed-font') || OTHER_FACE.test(html)
  const fonts = brings ? [] : foreignFonts(file)
  if (fonts.length > 0)
    warn(
      `Unexpected font ${fonts.join(', ')} of this system, expected those that come along`,
      'The PDF looks different where the font is missing. Bring it along: `@font-face { font-family: X; src: url(x.woff2) }`.'
    )
}

/** The first heading that is more than a level below the one before it. */
function skippedLevel(html: string): readonly [above: number, below: number] | undefined {
  let above = 0
  for (const [, digit] of html.matchAll(/<h([1-6])\b/g)) {
    const level = Number(digit)
    if (level > above + 1) return [above, level]
    above = level
  }
  return undefined
}

function sizesOf(file: PdfFile): readonly (readonly [number, number])[] {
  return readPages(file).map((page) => {
    const [, width, height] = /\/MediaBox \[0 0 (\S+) (\S+)\]/.exec(objectOf(file, page).body) ?? []
    return [Number(width), Number(height)]
  })
}

function isNear(points: number, mm: number): boolean {
  return Math.abs(points - mm * PT_PER_MM) <= SLACK_PT
}

function toMm(points: number): number {
  return Math.round(points / PT_PER_MM)
}

function foreignFonts(file: PdfFile): readonly string[] {
  const names = [...file.objects.values()].flatMap(({body}) =>
    [...body.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/>]+)/g)].map(([, name = '']) => name)
  )
  return [...new Set(names)].filter((name) => !OUR_FONTS.test(name)).toSorted()
}
