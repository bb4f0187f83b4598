import {readFile, realpath, stat} from 'node:fs/promises'
import {extname, resolve, sep} from 'node:path'
import {CliError} from '../report/cli-error.ts'

/** What a style sheet may bring along. */
const TYPES: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml'
}
const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)/g
const LARGEST_BYTES = 5 * 1024 * 1024

/** Where a style sheet lies. */
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
  const addresses = new Set([...css.matchAll(ADDRESS)].map(([, ...forms]) => addressOf(forms)))
  const inlined = new Map<string, string>()
  for (const address of addresses) if (!/^(?:data:|#|$)/i.test(address)) inlined.set(address, await toDataUri(address, place))
  return css.replace(ADDRESS, (found, ...forms: string[]) => {
    const data = inlined.get(addressOf(forms.slice(0, 3)))
    return data === undefined ? found : `url("${data}")`
  })
}

function addressOf(forms: readonly (string | undefined)[]): string {
  return forms.find((form) => form !== undefined) ?? ''
}

async function toDataUri(address: string, {folder, root, shown}: SheetPlace): Promise<string> {
  const type = TYPES[extname(address).toLowerCase()]
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
