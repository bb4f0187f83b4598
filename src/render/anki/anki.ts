import type {Renderer} from '../renderer.ts'
import {toApkg} from './apkg.ts'
import {decksOf} from './deck.ts'
import {loadModels} from './load-models.ts'
import {isStock, notetypesOf} from './notetypes-of.ts'
import {themeFiles} from './theme-files.ts'
import {packThemeMedia} from './theme-media.ts'
import {toNotes} from './to-notes.ts'

/** The Anki deck of a guide: one package that a learner can import again and again. */
export const anki: Renderer = {
  id: 'anki',
  async render(guide, {file, readAsset, options}) {
    const {notes, media, unanswered} = await toNotes(guide, file)
    if (notes.length === 0) return []
    const theme = themeFiles(options.templates)
    const own = Object.values(notetypesOf(guide.theme))
    const used = new Map([...own, ...notes.map(({notetype}) => notetype)].map((notetype) => [notetype.id, notetype]))
    const looks = await loadModels(readAsset, [...used.values()], ({id}) => (isStock(id) ? undefined : theme))
    const packed = Object.values(looks).map(packThemeMedia)
    const models = Object.fromEntries(packed.map(({look}) => [look.id, look]))
    const files = new Map([...media, ...packed.flatMap((part) => [...part.media])])
    const memory = guide.removed && {guide: guide.id, removed: guide.removed}
    const content = await toApkg({models, decks: decksOf(guide, notes, options.subDecks), notes, memory}, files)
    const remarks = unanswered > 0 ? [`${unanswered} unanswered left out`] : []
    return [{extension: '.apkg', ...content, count: notes.length, unit: 'note', remarks}]
  }
}
