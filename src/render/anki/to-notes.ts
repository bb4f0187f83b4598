import type {VFile} from 'vfile'
import type {Guide} from '../../guide/guide.ts'
import {addProblem} from '../../report/problem.ts'
import type {HtmlOptions} from '../html/html-options.ts'
import {loadHighlighter} from '../html/load-highlighter.ts'
import {mathjax} from '../html/mathjax.ts'
import {cleanField} from './clean-field.ts'
import {type DeckMedia, deckMedia} from './deck-media.ts'
import type {Note} from './note.ts'
import {sortField} from './sort-field.ts'
import {tagsOf} from './tags-of.ts'
import {toClozeNote} from './to-cloze-note.ts'
import {toQuestionNote} from './to-question-note.ts'

/** A guide in Anki's terms: the same for the package and the text file. */
export interface GuideNotes {
  /** In source order. */
  readonly notes: readonly Note[]
  readonly media: ReturnType<DeckMedia['used']>
  /** Cards without an answer, left out. */
  readonly unanswered: number
}

/** Package and text file of one build share the work, and its problems are told once. */
const made = new WeakMap<Guide, Promise<GuideNotes>>()

/** Renders all cards that can be learned; one that Anki could not show is reported on `file` and left out. */
export function toNotes(guide: Guide, file: VFile): Promise<GuideNotes> {
  const notes = made.get(guide) ?? makeNotes(guide, file)
  made.set(guide, notes)
  return notes
}

async function makeNotes(guide: Guide, file: VFile): Promise<GuideNotes> {
  const media = deckMedia(guide)
  const html: HtmlOptions = {
    math: mathjax,
    highlight: await loadHighlighter(),
    image: media.nameOf,
    diagram: media.diagram,
    drawing: media.drawing
  }
  const answered = guide.cards.filter((card) => card.kind !== 'unanswered')
  const notes = answered.flatMap((card): Note[] => {
    const tags = tagsOf(card, guide)
    const {note: raw, fault} =
      card.kind === 'cloze' ? toClozeNote(card, guide, tags, html) : {note: toQuestionNote(card, guide, tags, html)}
    const note = {...raw, fields: raw.fields.map(cleanField), section: card.section[0]}
    const problem =
      fault ?? (sortField(note.fields[0] ?? '').trim() === '' ? 'Unexpected empty question, expected words or a picture' : undefined)
    if (problem === undefined) return [note]
    addProblem(file, {severity: 'error', ruleId: card.kind === 'cloze' ? 'cloze' : 'empty-question', reason: problem, place: card.position})
    return []
  })
  return {notes, media: media.used(), unanswered: guide.cards.length - answered.length}
}
