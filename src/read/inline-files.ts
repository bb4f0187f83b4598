import {readFile, realpath, stat} from 'node:fs/promises'
import {extname, resolve, sep} from 'node:path'
import {CliError} from '../report/cli-error.ts'
import {fileTypes} from '../template/file-types.ts'

const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)/g
const SOURCE = /(<(?:img|audio|video|source)\b[^>]*?\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const LARGEST_BYTES = 5 * 1024 * 1024

/** Where a style sheet or template lies. */
export interface SheetPlace {
  /** Absolute; addresses count from it. */
  readonly folder: string
  /** Real path of the folder that files have to be in, links followed. */
  readonly root: string
  /** For messages. */
  readonly shown: string
}

/**
 * A style sheet with the fonts and pictures that it names by `url(...)` inside of it: the page loads nothing.
 *
 * @throws CliError for an address that is no such file.
 */
export async function inlineFiles(css: string, place: SheetPlace): Promise<string> {
  const inlined = await dataOf(
    [...css.matchAll(ADDRESS)].map(([, ...forms]) => addressOf(forms)),
    place
  )
  return css.replace(ADDRESS, (found, ...forms: string[]) => {
    const data = inlined.get(addressOf(forms.slice(0, 3)))
    return data === undefined ? found : `url("${data}")`
  })
}

/**
 * A template of cards with the pictures and sounds that it names by `src`. What is on the web stays there, what Anki fills in (`{{...}}`)
 * is none of ours, and a name that begins with `_` and is not in the folder may be a file of the learner's own.
 *
 * @throws CliError for an address that is no such file.
 */
export async function inlineSources(html: string, place: SheetPlace): Promise<string> {
  const addresses = [...html.matchAll(SOURCE)].map(([, , ...forms]) => addressOf(forms))
  const ours = addresses.filter((address) => !/^[a-z][a-z\d+.-]*:|^\/\/|\{\{/i.test(address))
  const own = await Promise.all(ours.map(async (address) => !address.startsWith('_') || (await exists(address, place))))
  const inlined = await dataOf(
    ours.filter((_, index) => own[index]),
    place
  )
  return html.replace(SOURCE, (found, before: string, ...forms: string[]) => {
    const data = inlined.get(addressOf(forms.slice(0, 3)))
    return data === undefined ? found : `${before}"${data}"`
  })
}

async function exists(address: string, {folder}: SheetPlace): Promise<boolean> {
  return (await stat(resolve(folder, address)).catch(() => undefined)) !== undefined
}

async function dataOf(addresses: readonly string[], place: SheetPlace): Promise<ReadonlyMap<string, string>> {
  const inlined = new Map<string, string>()
  for (const address of new Set(addresses)) if (!/^(?:data:|#|$)/i.test(address)) inlined.set(address, await toDataUri(address, place))
  return inlined
}

function addressOf(forms: readonly (string | undefined)[]): string {
  return forms.find((form) => form !== undefined) ?? ''
}

async function toDataUri(address: string, {folder, root, shown}: SheetPlace): Promise<string> {
  const type = fileTypes[extname(address).toLowerCase()]
  const isLocal = !/^(?:[a-z][a-z\d+.-]*:|[\\/])/i.test(address)
  const real = isLocal && type ? await realpath(resolve(folder, address)).catch(() => undefined) : undefined
  if (real === undefined || !real.startsWith(root + sep))
    throw new CliError(
      `Unexpected \`${address}\` in ${shown}, expected a font (woff2, woff, ttf, otf) or a picture (png, jpg, webp, svg) in its folder; nothing else is loaded`,
      2
    )
  if ((await stat(real)).size > LARGEST_BYTES) throw new CliError(`Unexpected size of \`${address}\` in ${shown}, expected at most 5 MB`, 2)
  return `data:${type};base64,${(await readFile(real)).toString('base64')}`
}
