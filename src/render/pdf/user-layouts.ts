import {CliError} from '../../report/cli-error.ts'
import type {UserTemplates} from '../../template/template.ts'
import {type Layout, layouts} from './layouts.ts'

/**
 * All layouts there are: ours, and folders of the user's that have a page and another name. What a layout is beyond its looks stands
 * in its `template.json`, as `cites`, `cards`, `brief`, `landscape`, `trainer`, `personal`, `answersApart` and `marksChanges`.
 */
export function userLayouts(templates: UserTemplates | undefined): readonly Layout[] {
  const names = [...(templates?.files.keys() ?? [])].flatMap((path) => /^([^/]+)\/page\.html$/.exec(path)?.[1] ?? [])
  const known = new Set(layouts.map(({name}) => name))
  const own = names.filter((name) => !known.has(name)).toSorted()
  return [
    ...layouts,
    ...own.map((name) => toLayout(name, `${templates?.folder}/${name}/template.json`, templates?.files.get(`${name}/template.json`)))
  ]
}

function toLayout(name: string, path: string, json: string | undefined): Layout {
  const {cites, cards, brief, landscape, trainer, personal, answersApart, marksChanges} = settingsOf(json)
  if (cites !== undefined && !layouts.some((layout) => layout.name === cites))
    throw new CliError(`${path} Unexpected value of \`cites\`, expected one of ${layouts.map((layout) => layout.name).join(', ')}`, 1)
  return {
    name,
    ...(cites !== undefined && {cites: String(cites)}),
    cards: cards === true,
    brief: brief === true,
    landscape: landscape === true,
    trainer: trainer === true,
    personal: personal === true,
    answersApart: answersApart === true,
    marksChanges: marksChanges === true
  }
}

/** What is wrong with the settings is told when the layout is loaded, with its place. */
function settingsOf(json: string | undefined): {
  readonly cites?: unknown
  readonly cards?: unknown
  readonly brief?: unknown
  readonly landscape?: unknown
  readonly trainer?: unknown
  readonly personal?: unknown
  readonly answersApart?: unknown
  readonly marksChanges?: unknown
} {
  try {
    return Object(JSON.parse(json ?? '{}'))
  } catch {
    return {}
  }
}
