import {addProblem} from '../report/problem.ts'
import {sourceOf} from './gather-folders.ts'
import {addressKey} from './hash-with-pictures.ts'
import {imagesOf, isOnWeb} from './read-guide-media.ts'
import type {SettledGuide} from './settle-guides.ts'

/** Pictures that the last build fetched and this one was not asked to: who gets this deck first would never get them. Each told once a guide. */
export function reportKeptPictures(guides: readonly SettledGuide[]): void {
  for (const {guide, draft, settled} of guides) {
    const told = new Set<string>()
    for (const [index, {pictures}] of settled.entries()) {
      const candidate = draft.extraction.candidates[index]
      if (!pictures || !candidate) continue
      for (const {url, position} of imagesOf(candidate)) {
        if (told.has(url) || guide.media.has(url) || !isOnWeb(url) || pictures[addressKey(url)] === undefined) continue
        told.add(url)
        addProblem(sourceOf(draft, candidate).file, {
          severity: 'warning',
          ruleId: 'unfetched-image',
          reason: `Unexpected image \`${url.slice(0, 100)}\` that the last build fetched and this one does not, expected \`--fetch\` again`,
          place: position,
          note: 'Learners who have the picture keep it; whoever gets this deck first has the description only.'
        })
      }
    }
  }
}
