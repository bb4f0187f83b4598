import * as z from 'zod'
import type {Card} from '../../guide/card.ts'
import {textField} from './to-field.ts'

/** Raised when the meaning of Meta changes; a reader of old decks looks at it. */
const formatVersion = 1

/** What a deck carries of the lock, in a field that no template shows: with it the next build can go on where this one ended. */
export interface Meta {
  readonly format: number
  /** Card id and the guide it was first handed out in: the guid is made with them. */
  readonly card: string
  readonly guide: string
  /** Guide that it is in, where that is another one. */
  readonly in?: string | undefined
  /** Id in the source, where one stands there. */
  readonly given?: string | undefined
  readonly hash: string
  readonly question: string
  readonly answer?: string | undefined
  readonly section?: string | undefined
  /** Pictures from the web, as the lock has them. */
  readonly pictures?: Readonly<Record<string, string>> | undefined
}

const schema: z.ZodType<Meta> = z.object({
  format: z.literal(formatVersion),
  card: z.string().min(1),
  guide: z.string().min(1),
  in: z.string().optional(),
  given: z.string().optional(),
  hash: z.string(),
  question: z.string(),
  answer: z.string().optional(),
  section: z.string().optional(),
  pictures: z.record(z.string(), z.string()).optional()
})

/** The field. `Meta:*<card id>*` finds the note in Anki's browser. */
export function metaField({id, guideId, given, contentHash, prints, pictures}: Card, holder: string): string {
  const meta: Meta = {
    card: id,
    guide: guideId,
    ...(holder !== guideId && {in: holder}),
    ...(given !== undefined && {given}),
    hash: contentHash,
    question: prints.question,
    ...(prints.answer && {answer: prints.answer}),
    ...(prints.section && {section: prints.section}),
    ...(pictures && {pictures}),
    format: formatVersion
  }
  return textField(JSON.stringify(meta))
}

const references = {lt: '<', gt: '>', amp: '&', quot: '"', '#91': '[', '#123': '{'} as const

/** Reads the field back; undefined for a note of another tool or of a newer cardpress. */
export function parseMeta(field: string): Meta | undefined {
  const text = field.replace(/&(lt|gt|amp|quot|#91|#123);/g, (_, name: keyof typeof references) => references[name])
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
