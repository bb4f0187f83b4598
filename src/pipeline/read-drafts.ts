import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {type Extraction, extract} from '../extract/extract.ts'
import {recognisers} from '../extract/recognisers.ts'
import type {Candidate} from '../guide/candidate.ts'
import {closest} from '../guide/closest.ts'
import {documentTitle} from '../guide/document-title.ts'
import {type FrontMatter, readFrontMatter} from '../guide/front-matter.ts'
import type {Source} from '../guide/source.ts'
import {parse} from '../parse/parse.ts'
import {countText} from '../report/count-text.ts'
import {addProblem} from '../report/problem.ts'
import {reportDuplicateIds} from './report-duplicate-ids.ts'

/** One source understood, before its cards have an identity. */
export interface Draft {
  readonly source: Source
  readonly tree: Root
  readonly frontMatter: FrontMatter
  readonly extraction: Extraction
  /** From front matter or the first h1; undefined where the file has neither. */
  readonly title: string | undefined
  /** Of a folder in which every file is one question: the file of each candidate. */
  readonly members?: ReadonlyMap<Candidate, Source>
}

export interface DraftOptions {
  /** Id of the recogniser to read every file with. */
  readonly shape?: string | undefined
  /** Id of the guide, for text that has no name of its own. Takes the place of the one in the front matter. */
  readonly id?: string | undefined
  /** How to parse a source. @default `parse`, in this thread */
  readonly parse?: ((file: VFile) => Promise<Root>) | undefined
}

/** Parses and extracts each readable source. A file named directly without a question is an error; one in a folder is only counted. */
export async function readDrafts(
  sources: readonly Source[],
  {shape, id, parse: parseFile = async (file) => parse(file)}: DraftOptions = {}
): Promise<readonly Draft[]> {
  const drafts: Draft[] = []
  for (const source of sources) {
    if (source.unreadable) continue
    const {file} = source
    const tree = await parseFile(file)
    const frontMatter = {...(await readFrontMatter(tree, file)), ...(id !== undefined && {id})}
    const forced = shape ?? frontMatter.shape
    if (forced !== undefined && !recognisers.some(({id}) => id === forced)) {
      reportUnknownShape(forced, source)
      continue
    }
    const extraction = extract(tree, file, forced === undefined ? {} : {shape: forced})
    const title = frontMatter.title ?? documentTitle(tree, extraction.candidates)
    reportDuplicateIds(extraction.candidates, file)
    drafts.push({source, tree, frontMatter, extraction, title})
    if (extraction.candidates.length === 0 && source.named) reportNoQuestion(source, extraction)
  }
  return drafts
}

function reportNoQuestion({file}: Source, {runnersUp}: Extraction): void {
  const nearest = runnersUp.map(({shape, cards}) => `\`${shape}\` would make ${countText(cards, 'card')}`)
  const [first] = runnersUp
  addProblem(file, {
    severity: 'error',
    ruleId: 'no-question',
    reason: 'Unexpected file without a question, expected headings, bold lines, lists or labels that ask',
    note: first
      ? `Nothing is sure enough: ${nearest.join(', ')}. To decide, say \`--shape ${first.shape}\`, or \`shape: ${first.shape}\` in the front matter.`
      : 'Write each question as a heading with its answer below: `## What is a topic?`'
  })
}

/** A shape that there is not would read nothing and blame the file. */
function reportUnknownShape(shape: string, {file}: Source): void {
  const ids = recognisers.map(({id}) => id)
  const meant = closest(shape, ids)
  addProblem(file, {
    severity: 'error',
    ruleId: 'unknown-shape',
    reason: `Unexpected shape \`${shape}\`, expected ${meant ? `\`${meant}\`` : `one of ${ids.join(', ')}`}`
  })
}
