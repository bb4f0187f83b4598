import {slug} from '../slug.ts'

const LONGEST = 40

/** What was asked for as a part of a file name; the fallback where nothing of it can stand in one. */
export function fileName(words: readonly string[], fallback: string): string {
  return slug(words.join(' ')).slice(0, LONGEST).replace(/-$/, '') || fallback
}
