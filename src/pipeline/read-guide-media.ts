import type {Image, Nodes} from 'mdast'
import type {Candidate} from '../guide/candidate.ts'
import {dataPicture} from '../guide/data-picture.ts'
import type {Media} from '../guide/guide.ts'
import type {Source} from '../guide/source.ts'
import {addProblem} from '../report/problem.ts'
import {sourceOf} from './gather-folders.ts'
import type {Host} from './host.ts'
import type {Draft} from './read-drafts.ts'

/** Reads the pictures of all cards, each address once; those in the text itself, and on the web where the host fetches. What is missing or refused is reported at its first place; the rest goes on. */
export async function readGuideMedia(draft: Draft, host: Host): Promise<ReadonlyMap<string, Media>> {
  const first = new Map<string, {image: Image; source: Source}>()
  for (const candidate of draft.extraction.candidates)
    for (const image of imagesOf(candidate)) if (!first.has(image.url)) first.set(image.url, {image, source: sourceOf(draft, candidate)})
  const fetched = await fetchAll([...first.keys()].filter(isOnWeb), host)
  const media = new Map<string, Media>()
  for (const [url, {image, source}] of first) {
    if (url === '') continue // `<img>` in prose about HTML: a browser shows nothing either.
    const picture = fetched.get(url)
    const held = /^data:/i.test(url) ? dataPicture(url) : undefined
    if (!picture && !held && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) {
      addProblem(source.file, {
        severity: 'info',
        ruleId: 'remote-image',
        reason: `Unexpected image on another machine \`${url.slice(0, 100)}\`, expected a local file; its description stands in`,
        place: image.position,
        note: 'Put a copy beside the Markdown and link that. Or build with `--fetch`: without it nothing is fetched.'
      })
      continue
    }
    const result = picture ?? held ?? (await host.readMedia(url, source))
    if ('bytes' in result) media.set(url, result)
    else
      addProblem(source.file, {
        severity: 'warning',
        ...result,
        place: image.position,
        ...(result.ruleId === 'unfetched-image' && {note: whenUnfetched})
      })
  }
  return media
}

const whenUnfetched =
  'Its description stands in. A card that learners have with the picture stays as it is; build again before you hand the deck to others.'

/** Whether an address leads to the web, so that `--fetch` could bring what is there. */
export function isOnWeb(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url)
}

async function fetchAll(urls: readonly string[], {fetchMedia}: Host): Promise<ReadonlyMap<string, Awaited<ReturnType<Host['readMedia']>>>> {
  if (!fetchMedia) return new Map()
  return new Map(await Promise.all(urls.map(async (url) => [url, await fetchMedia(url)] as const)))
}

export function imagesOf({question, options, answer, explanation, trainer = []}: Candidate): Image[] {
  const images: Image[] = []
  const sides = [question, ...options.map(({content}) => content), answer, explanation, trainer]
  for (const side of sides) addImages(side, images)
  return images
}

/** Adds to one list: lists of lists for each node took longer than all the rest of what is done with pictures. */
function addImages(nodes: readonly Nodes[], images: Image[]): void {
  for (const node of nodes)
    if (node.type === 'image') images.push(node)
    else if ('children' in node) addImages(node.children, images)
}
