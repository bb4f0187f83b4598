import type {Renderer} from '../renderer.ts'
import {toApkg} from './apkg.ts'
import {decksOf} from './deck.ts'
import {loadModels} from './load-models.ts'
import {toNotes} from './to-notes.ts'

/** The Anki deck of a guide: one package that a learner can import again and again. */
export const anki: Renderer = {
  id: 'anki',
  async render(guide, {file, readAsset, options}) {
    const [models, {notes, media, unanswered}] = await Promise.all([loadModels(readAsset), toNotes(guide, file)])
    if (notes.length === 0) return []
    const content = await toApkg({models, decks: decksOf(guide, notes, options.subDecks), notes}, media)
    const remarks = unanswered > 0 ? [`${unanswered} unanswered left out`] : []
    return [{extension: '.apkg', ...content, count: notes.length, unit: 'note', remarks}]
  }
}
