import {CliError} from '../report/cli-error.ts'
import type {Template, TemplateSettings} from './template.ts'

/** Reads a text file of a template folder; the path is relative to the folder of all templates. */
export type ReadTemplateFile = (path: string) => Promise<string>

/**
 * Reads a template folder: `template.json`, `page.html`, `style.css`, and the style sheet that all layouts share.
 *
 * @param furniturePath - For layouts that have what stands around the text of their own.
 * @throws CliError when settings are missing or of the wrong kind.
 */
export async function loadTemplate(name: string, read: ReadTemplateFile, furniturePath = 'furniture.html'): Promise<Template> {
  const [json, page, shared, style, furniture, furnitureStyle] = await Promise.all(
    [`${name}/template.json`, `${name}/page.html`, 'shared.css', `${name}/style.css`, furniturePath, `${name}/furniture.css`].map(read)
  )
  return {
    name,
    path: `templates/pdf/${name}`,
    settings: readSettings(name, json ?? ''),
    page: page ?? '',
    style: `${shared}\n${style}`,
    furniture: furniture ?? '',
    furnitureStyle: furnitureStyle ?? ''
  }
}

const KINDS: Readonly<Record<keyof TemplateSettings, (value: unknown) => boolean>> = {
  about: (value) => typeof value === 'string',
  contents: (value) => typeof value === 'boolean',
  sizePt: (value) => typeof value === 'number' && value >= 6,
  columns: (value) => Array.isArray(value) && value.length > 0 && value.every((entry) => entry.fromMm >= 0 && entry.count >= 1),
  marginMm: (value) => ['top', 'right', 'bottom', 'left'].every((side) => typeof Object(value)[side] === 'number')
}

function readSettings(name: string, json: string): TemplateSettings {
  const path = `templates/pdf/${name}/template.json`
  let settings: Record<string, unknown>
  try {
    settings = JSON.parse(json)
  } catch (error) {
    throw new CliError(`${path} ${error instanceof Error ? error.message : 'is no JSON'}`, 1, {cause: error})
  }
  for (const [field, fits] of Object.entries(KINDS))
    if (!fits(settings[field]))
      throw new CliError(`${path} Unexpected value of \`${field}\`, expected the kind that the other layouts have`, 1)
  return settings as unknown as TemplateSettings
}
