import {sha256Base62} from '../../guide/sha256-base62.ts'

/** Part of a guid: Anki aborts a merging import when a guid changes between the two. */
export type NoteKind = 'standard' | 'cloze'

/**
 * What Anki knows a note by, for ever: 14 base62 characters of SHA-256 over namespace, guide id, card id and kind.
 * Never over answer, order, number, line, page, path, title, deck or clock. Frozen by a golden test.
 */
export function guid(guideId: string, cardId: string, kind: NoteKind): string {
  return sha256Base62(['cardpress', guideId, cardId, kind].join('\0')).slice(0, 14)
}
