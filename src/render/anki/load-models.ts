import {type Notetype, notetypes} from './notetype.ts'

type ReadAsset = (url: URL) => Promise<Uint8Array>

/** A notetype as Anki's JSON has it, where someone asks for more than to pass it on. */
interface Model {
  readonly id: number
  readonly name: string
  readonly mod: number
  readonly css: string
  readonly tmpls: readonly {readonly qfmt: string; readonly afmt: string}[]
  readonly [key: string]: unknown
}

const folder = new URL('../../../templates/anki/', import.meta.url)

/** Our notetypes as Anki's schema 11 stores them (`col.models`), with the templates of templates/anki filled in, keyed by id. */
export async function loadModels(readAsset: ReadAsset): Promise<Readonly<Record<string, Model>>> {
  const models = await Promise.all(notetypes.map((notetype) => toModel(notetype, readAsset)))
  return Object.fromEntries(models.map((model) => [model.id, model]))
}

async function toModel(notetype: Notetype, readAsset: ReadAsset): Promise<Model> {
  const read = async (path: string) => new TextDecoder().decode(await readAsset(new URL(path, folder))).trimEnd()
  const page = (name: string) => read(`${notetype.folder}/${name}.html`)
  const [shared, own, templates] = await Promise.all([
    read('card.css'),
    read(`${notetype.folder}/style.css`),
    Promise.all(notetype.templates.map(async ({front, back, ...part}) => ({...part, qfmt: await page(front), afmt: await page(back)})))
  ])
  return {
    id: notetype.id,
    name: notetype.name,
    type: notetype.kind === 'cloze' ? 1 : 0,
    mod: notetype.modSeconds,
    usn: -1,
    sortf: 0,
    did: null,
    css: `${shared}\n\n${own}\n`,
    flds: notetype.fields.map(({name, id}, ord) => ({
      ...{name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [], id},
      // Meta and the spares are no fields to write in: closed in the editor, out of searches without a field name.
      ...(/^(?:Meta|Spare\d)$/.test(name) ? {collapsed: true, excludeFromSearch: true} : {})
    })),
    tmpls: templates.map(({name, id, qfmt, afmt}, ord) => ({name, ord, qfmt, afmt, bqfmt: '', bafmt: '', did: null, id})),
    // Which fields make a card, for clients up to 2.1.2x; newer ones compute it.
    req: notetype.templates.map(({name}, ord) =>
      name === 'Reverse' ? [ord, 'all', [notetype.fields.findIndex((field) => field.name === 'Reverse')]] : [ord, 'any', [0]]
    ),
    tags: [],
    vers: [],
    latexPre: '\\documentclass[12pt]{article}\n\\pagestyle{empty}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false
  }
}
