import {gatherFolders} from '../pipeline/gather-folders.ts'
import type {Draft} from '../pipeline/read-drafts.ts'
import {aligned} from '../report/aligned.ts'
import {countText} from '../report/count-text.ts'
import {specialKinds} from './special-kinds.ts'

/** One line a file: its path, how many cards, of which kinds, read as which shapes. Files of a folder without a question are counted in one line. */
export function readingLines(files: readonly Draft[]): string[] {
  const drafts = gatherFolders(files)
  const read = drafts.filter(({extraction, source}) => extraction.candidates.length > 0 || source.named)
  const rows = read.map(({source, extraction, members}) => {
    const {candidates} = extraction
    const shapes = [...new Set(candidates.map(({recogniser}) => recogniser))].join(', ')
    return [
      members ? `${source.file.path}/` : source.file.path,
      countText(candidates.length, 'card'),
      [shapes, ...specialKinds(candidates)].filter(Boolean).join(', ')
    ]
  })
  const without = drafts.length - read.length
  return [...aligned(rows, {right: [1]}), ...(without > 0 ? [`${countText(without, 'file')} without a question left out`] : [])]
}
