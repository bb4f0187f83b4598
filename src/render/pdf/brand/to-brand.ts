import type {RenderOptions} from '../../renderer.ts'
import {escapeHtml} from './escape-html.ts'
import {shortAddress} from './short-address.ts'
import {toQrSvg} from './to-qr-svg.ts'

/** Logo, and address with its QR code, as a row above the title; empty where nothing of it is asked for. */
export async function toBrand({logo, qr}: Pick<RenderOptions, 'logo' | 'qr'>): Promise<string> {
  if (!logo && qr === undefined) return ''
  const image = logo
    ? `<img class="logo" alt="${escapeHtml(logo.name)}" src="data:${logo.mime};base64,${Buffer.from(logo.bytes).toString('base64')}">`
    : ''
  const link = qr === undefined ? '' : `<a href="${escapeHtml(qr)}">${escapeHtml(shortAddress(qr))}</a> ${await toQrSvg(qr)}`
  return `<div class="brand"><span>${image}</span> <span>${link}</span></div>`
}
