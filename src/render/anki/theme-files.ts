import {closest} from '../../guide/closest.ts'
import {CliError} from '../../report/cli-error.ts'
import type {UserTemplates} from '../../template/template.ts'
import {notetypes} from './notetype.ts'

const folder = 'anki/'
/** Comes after all other styles of both notetypes. */
export const customSheet = 'custom.css'

/** Everything that a theme may hold, by path in `anki`. */
const known: readonly string[] = [
  'card.css',
  customSheet,
  ...notetypes.flatMap((notetype) => [
    `${notetype.folder}/style.css`,
    ...notetype.templates.flatMap(({front, back}) => [`${notetype.folder}/${front}.html`, `${notetype.folder}/${back}.html`])
  ])
]

/** A theme of the user's own: texts by path in its folder; what is not there comes from us. */
export interface ThemeFiles {
  /** For messages. */
  readonly path: string
  readonly files: ReadonlyMap<string, string>
}

/**
 * The files for decks in a folder of templates; undefined where there are none.
 *
 * @throws CliError for a file that no card would ever show: its name is wrong.
 */
export function themeFiles(templates: UserTemplates | undefined): ThemeFiles | undefined {
  const own = [...(templates?.files ?? [])].filter(([path]) => path.startsWith(folder))
  if (!templates || own.length === 0) return undefined
  const files = new Map(own.map(([path, text]) => [path.slice(folder.length), text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')]))
  const path = `${templates.folder}/anki`
  const stranger = [...files.keys()].find((name) => !known.includes(name))
  if (stranger === undefined) return {path, files}
  const meant = closest(stranger, known)
  throw new CliError(`${path}/${stranger} Unexpected file, expected ${meant ? `\`${meant}\`` : `one of ${known.join(', ')}`}`, 1)
}
