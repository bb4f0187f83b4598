import type {Image, Nodes} from 'mdast'
import type {Candidate} from '../guide/candidate.ts'
import type {Media} from '../guide/guide.ts'
import type {Source} from '../guide/source.ts'
import {addProblem} from '../report/problem.ts'
import {sourceOf} from './gather-folders.ts'
import type {Host} from './host.ts'
import type {Draft} from './read-drafts.ts'

/** Reads the local pictures of all cards, each address once. What is missing or refused is reported at its first place; the rest goes on. */
export async function readGuideMedia(draft: Draft, host: Host): Promise<ReadonlyMap<string, Media>> {
  const first = new Map<string, {image: Image; source: Source}>()
  for (const candidate of draft.extraction.candidates)
    for (const image of imagesOf(candidate)) if (!first.has(image.url)) first.set(image.url, {image, source: sourceOf(draft, candidate)})
  const media = new Map<string, Media>()
  for (const [url, {image, source}] of first) {
    if (url === '') continue // `<img>` in prose about HTML: a browser shows nothing either.
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) {
      addProblem(source.file, {
        severity: 'info',
        ruleId: 'remote-image',
        reason: `Unexpected image on another machine \`${url.slice(0, 100)}\`, expected a local file; its description stands in`,
        place: image.position,
        note: 'Put a copy beside the Markdown and link that: nothing is fetched while building.'
      })
      continue
    }
    const result = await host.readMedia(url, source)
    if ('bytes' in result) media.set(url, result)
    else addProblem(source.file, {severity: 'warning', ...result, place: image.position})
  }
  return media
}

function imagesOf({question, options, answer, explanation}: Candidate): Image[] {
  return [...question, ...options.flatMap(({content}) => content), ...answer, ...explanation].flatMap(imagesIn)
}

function imagesIn(node: Nodes): Image[] {
  if (node.type === 'image') return [node]
  return 'children' in node ? node.children.flatMap(imagesIn) : []
}
