import {CliError} from '../report/cli-error.ts'
import type {Template, TemplateFile, TemplateSettings, UserTemplates} from './template.ts'

/** Reads a text file of the folder of all templates; undefined where there is none. The path is relative to that folder. */
export type ReadTemplateFile = (path: string) => Promise<string | undefined>

/**
 * Reads a layout: `template.json`, `page.html`, `style.css`, `furniture.css`, and what all layouts share. Each file comes from the
 * user's folder where it is there, else from ours.
 *
 * @param furniturePath - For layouts that have what stands around the text of their own.
 * @throws CliError when a file is missing, or settings are missing or of the wrong kind.
 */
export async function loadTemplate(
  name: string,
  read: ReadTemplateFile,
  furniturePath = 'furniture.html',
  user?: UserTemplates
): Promise<Template> {
  const fileOf = (path: string) => readTemplateFile(path, read, user)
  const needed = async (path: string) => (await fileOf(path)) ?? missing(path, user)
  const [json, page, head, shared, style, furniture, furnitureStyle] = await Promise.all([
    needed(`${name}/template.json`),
    needed(`${name}/page.html`),
    needed('head.html'),
    needed('shared.css'),
    fileOf(`${name}/style.css`),
    needed(furniturePath),
    fileOf(`${name}/furniture.css`)
  ])
  return {
    name,
    settings: readSettings(json),
    page,
    head,
    style: [shared.text, style?.text, user?.css].filter(Boolean).join('\n'),
    furniture,
    furnitureStyle: furnitureStyle?.text ?? ''
  }
}

/** A file of the user's folder, else of ours. */
export async function readTemplateFile(path: string, read: ReadTemplateFile, user?: UserTemplates): Promise<TemplateFile | undefined> {
  const own = user?.files.get(path)
  if (own !== undefined) return {path: `${user?.folder}/${path}`, text: own}
  const text = await read(path)
  return text === undefined ? undefined : {path: `templates/pdf/${path}`, text}
}

function missing(path: string, user: UserTemplates | undefined): never {
  const folder = user?.folder || 'templates/pdf'
  throw new CliError(`Unexpected layout without ${folder}/${path}, expected that file`, 2)
}

type Fits = (value: unknown) => boolean

const KINDS: Readonly<Record<keyof TemplateSettings, Fits>> = {
  about: (value) => typeof value === 'string',
  contents: (value) => typeof value === 'boolean',
  sizePt: (value) => typeof value === 'number' && value >= 6,
  columns: (value) => Array.isArray(value) && value.length > 0 && value.every((entry) => entry?.fromMm >= 0 && entry.count >= 1),
  marginMm: (value) => ['top', 'right', 'bottom', 'left'].every((side) => typeof Object(value)[side] === 'number')
}

function readSettings({path, text}: TemplateFile): TemplateSettings {
  let settings: Record<string, unknown>
  try {
    settings = Object(JSON.parse(text))
  } catch (error) {
    throw new CliError(`${path} ${error instanceof Error ? error.message : 'is no JSON'}`, 1, {cause: error})
  }
  for (const [field, fits] of Object.entries(KINDS))
    if (!fits(settings[field]))
      throw new CliError(`${path} Unexpected value of \`${field}\`, expected the kind that the other layouts have`, 1)
  return settings as unknown as TemplateSettings
}
