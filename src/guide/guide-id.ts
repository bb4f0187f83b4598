import {slug} from './slug.ts'

/**
 * The id of a guide that neither its front matter nor the lock names: slugs of title and file stem, said once where they are equal.
 * Undefined when both are empty. Frozen: guids of decks already handed out are made with it.
 */
export function naturalGuideId(title: string | undefined, stem: string | undefined): string | undefined {
  const parts = [slug(title ?? ''), slug(stem ?? '')].filter((part) => part !== '')
  return parts.length === 0 ? undefined : [...new Set(parts)].join('-')
}
