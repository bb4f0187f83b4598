import type {Root} from 'mdast'
import {type Extraction, extract} from '../extract/extract.ts'
import type {Candidate} from '../guide/candidate.ts'
import {documentTitle} from '../guide/document-title.ts'
import {type FrontMatter, readFrontMatter} from '../guide/front-matter.ts'
import type {Source} from '../guide/source.ts'
import {parse} from '../parse/parse.ts'
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
}

/** Parses and extracts each readable source. A file named directly without a question is an error; one in a folder is only counted. */
export async function readDrafts(sources: readonly Source[], {shape, id}: DraftOptions = {}): Promise<readonly Draft[]> {
  const drafts: Draft[] = []
  for (const source of sources) {
    if (source.unreadable) continue
    const {file} = source
    const tree = parse(file)
    const frontMatter = {...(await readFrontMatter(tree, file)), ...(id !== undefined && {id})}
    const forced = shape ?? frontMatter.shape
    const extraction = extract(tree, file, forced === undefined ? {} : {shape: forced})
    const title = frontMatter.title ?? documentTitle(tree, extraction.candidates)
    reportDuplicateIds(extraction.candidates, file)
    drafts.push({source, tree, frontMatter, extraction, title})
    if (extraction.candidates.length === 0 && source.named) reportNoQuestion(source)
  }
  return drafts
}

function reportNoQuestion({file}: Source): void {
  addProblem(file, {
    severity: 'error',
    ruleId: 'no-question',
    reason: 'Unexpected file without a question, expected headings, bold lines, lists or labels that ask',
    note: 'Write each question as a heading with its answer below: `## What is a topic?`'
  })
}
