import type {Card} from '../../../guide/card.ts'
import {escapeHtml} from './escape-html.ts'
import {shortAddress} from './short-address.ts'
import {toQrCode} from './to-qr-svg.ts'

/** Air between a code and its address. */
const GAP_MM = 3

/** What stands below the headings of sections that have an address, by that address: its QR code, and itself in short as a link. */
export async function toSectionCodes(cards: readonly Card[]): Promise<ReadonlyMap<string, string>> {
  const addresses = new Set(cards.flatMap(({sectionAddresses = []}) => sectionAddresses).filter((address) => address !== ''))
  return new Map(await Promise.all([...addresses].map(async (address) => [address, await toCode(address)] as const)))
}

async function toCode(address: string): Promise<string> {
  const {svg, widthMm, quietMm} = await toQrCode(address)
  const text = escapeHtml(shortAddress(address)).replaceAll('/', '/<wbr>')
  // A long address takes several lines beside its code, and none below it.
  const room = `max-width:calc(100% - ${widthMm + GAP_MM}mm)`
  return `<p class="section-code" style="--quiet:${quietMm.toFixed(2)}mm">${svg} <a href="${escapeHtml(address)}" style="${room}">${text}</a></p>`
}
