import type {Argv} from 'yargs'
import {readWebAddress, WANTED_ADDRESS} from '../guide/web-address.ts'
import {readLogo} from '../read/read-logo.ts'
import type {RenderOptions} from '../render/renderer.ts'
import {optional} from './number-option.ts'

/** What stands on paper besides the notes. */
export interface BrandOptions {
  readonly header: string | undefined
  readonly footer: string | undefined
  readonly logo: string | undefined
  readonly qr: string | undefined
}

const LONGEST_TEXT = 100

export function brandOptions<Before extends object>(yargs: Argv<Before>): Argv<Before & BrandOptions> {
  return yargs
    .option('header', {type: 'string', requiresArg: true, coerce: optional(textOf('header')), describe: 'Text at the head of every page'})
    .option('footer', {
      type: 'string',
      requiresArg: true,
      coerce: optional(textOf('footer')),
      describe: 'Text at the foot of every page, such as a licence'
    })
    .option('logo', {type: 'string', requiresArg: true, describe: 'Picture above the title'})
    .option('qr', {type: 'string', requiresArg: true, coerce: optional(addressOf), describe: 'Address above the title, with its QR code'})
}

/** What the renderers get of them. @throws CliError for a logo that can't be read. */
export async function toBrandChoices({header, footer, logo, qr}: BrandOptions): Promise<Partial<RenderOptions>> {
  return {header, footer, qr, logo: logo === undefined ? undefined : await readLogo(logo)}
}

function textOf(option: string): (value: string) => string {
  return (value) => {
    const text = value.replace(/[\p{Cc}\s]+/gu, ' ').trim()
    if (text === '' || text.length > LONGEST_TEXT)
      throw new Error(`Unexpected text of ${text.length} characters in --${option}, expected 1 to ${LONGEST_TEXT}`)
    return text
  }
}

function addressOf(value: string): string {
  const address = readWebAddress(value)
  if (address === undefined) throw new Error(`Unexpected \`${value.slice(0, 60)}\` in --qr, expected ${WANTED_ADDRESS}`)
  return address
}
