import {sha256Base62} from '../../guide/sha256-base62.ts'
import {checkTemplate} from './check-template.ts'
import {type Notetype, notetypes} from './notetype.ts'
import {customSheet, type ThemeFiles} from './theme-files.ts'

type ReadAsset = (url: URL) => Promise<Uint8Array>

/** What a card looks like: all that a theme can change. */
export interface Look {
  readonly css: string
  readonly tmpls: readonly {readonly qfmt: string; readonly afmt: string}[]
}

/** A notetype as Anki's JSON has it, where someone asks for more than to pass it on. */
interface Model extends Look {
  readonly id: number
  readonly name: string
  readonly mod: number
  readonly [key: string]: unknown
}

const folder = new URL('../../../templates/anki/', import.meta.url)

/**
 * Notetypes as Anki's schema 11 stores them (`col.models`), with the templates of templates/anki filled in, keyed by id.
 *
 * @param theme - Files that go before ours, with the notetypes that they are for.
 * @throws CliError with file, line and column for a template that Anki could not show.
 */
export async function loadModels(
  readAsset: ReadAsset,
  wanted: readonly Notetype[] = notetypes,
  theme?: (notetype: Notetype) => ThemeFiles | undefined
): Promise<Readonly<Record<string, Model>>> {
  const models = await Promise.all(wanted.map((notetype) => toModel(notetype, readAsset, theme?.(notetype))))
  return Object.fromEntries(models.map((model) => [model.id, model]))
}

/** Fingerprint of a look, of the standard notetype's and the cloze notetype's. */
export function lookPrint(looks: readonly Look[]): string {
  const texts = looks.map(({css, tmpls}) => [css, tmpls.map(({qfmt, afmt}) => [qfmt, afmt])])
  return sha256Base62(JSON.stringify(texts)).slice(0, 22)
}

async function toModel(notetype: Notetype, readAsset: ReadAsset, theme: ThemeFiles | undefined): Promise<Model> {
  const read = async (path: string) =>
    (theme?.files.get(path) ?? new TextDecoder().decode(await readAsset(new URL(path, folder)))).trimEnd()
  const page = async (name: string, side: 'front' | 'back') => {
    const path = `${notetype.folder}/${name}.html`
    const text = await read(path)
    if (theme?.files.has(path)) checkTemplate(text, `${theme.path}/${path}`, notetype, side, name)
    return text
  }
  const [shared, own, templates] = await Promise.all([
    read('card.css'),
    read(`${notetype.folder}/style.css`),
    Promise.all(
      notetype.templates.map(async ({front, back, ...part}) => ({
        ...part,
        qfmt: await page(front, 'front'),
        afmt: await page(back, 'back')
      }))
    )
  ])
  const custom = theme?.files.get(customSheet)?.trimEnd()
  return {
    id: notetype.id,
    name: notetype.name,
    type: notetype.kind === 'cloze' ? 1 : 0,
    mod: notetype.modSeconds,
    usn: -1,
    sortf: 0,
    did: null,
    css: `${[shared, own, ...(custom === undefined ? [] : [custom])].join('\n\n')}\n`,
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
