import {VFile} from 'vfile'
import type {Candidate} from '../guide/candidate.ts'
import {titleFromStem} from '../guide/document-title.ts'
import type {Source} from '../guide/source.ts'
import type {Draft} from './read-drafts.ts'

/** The shape in which a whole file is one question. */
const wholeFile = 'title-question'

/**
 * Makes one guide of a folder in which every file is one question: nobody wants a deck a question.
 * Files named directly stay on their own, so do files that hold more or other questions.
 * @returns The drafts in their order, a gathered one in the place of its first file.
 */
export function gatherFolders(drafts: readonly Draft[]): readonly Draft[] {
  const folders = Map.groupBy(drafts.filter(isWholeFile), ({source}) => folderOf(source))
  return drafts.flatMap((draft) => {
    const members = isWholeFile(draft) ? (folders.get(folderOf(draft.source)) ?? []) : []
    if (members.length < 2) return [draft]
    return members[0] === draft ? [gather(draft, members)] : []
  })
}

/** The file a candidate of this draft stands in. */
export function sourceOf({source, members}: Draft, candidate: Candidate): Source {
  return members?.get(candidate) ?? source
}

function isWholeFile({source, extraction}: Draft): boolean {
  const [only, ...more] = extraction.candidates
  return !source.named && more.length === 0 && only?.recogniser === wholeFile
}

function folderOf({file, relative}: Source): string {
  const path = file.path.replaceAll('\\', '/')
  return path.includes('/')
    ? path.slice(0, path.lastIndexOf('/'))
    : relative.includes('/')
      ? relative.slice(0, relative.lastIndexOf('/'))
      : '.'
}

function gather(first: Draft, drafts: readonly Draft[]): Draft {
  const {source} = first
  const homeName = source.home.split(/[\\/]/).findLast((part) => part !== '')
  const stem = source.folders.at(-1) ?? homeName ?? 'questions'
  const members = new Map<Candidate, Source>()
  const candidates = drafts.flatMap((draft) =>
    draft.extraction.candidates.map((candidate) => {
      // What its own front matter says of one question is said of that question only.
      const own = {...candidate, tags: [...candidate.tags, ...(draft.frontMatter.tags ?? [])]}
      members.set(own, draft.source)
      return own
    })
  )
  return {
    // Problems of the guide as a whole are told with its first file: a folder has no lines.
    source: {
      ...source,
      file: Object.assign(new VFile({path: folderOf(source)}), {messages: source.file.messages}),
      relative: source.folders.join('/') || '.',
      stem,
      folders: source.folders.slice(0, -1)
    },
    tree: {type: 'root', children: []},
    frontMatter: {},
    extraction: {...first.extraction, candidates, leftOver: drafts.flatMap(({extraction}) => extraction.leftOver)},
    title: titleFromStem(stem),
    members
  }
}
