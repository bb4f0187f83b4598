import {hash} from 'node:crypto'
import {fileTypes} from '../../template/file-types.ts'
import type {Look} from './load-models.ts'

const held = /data:([a-z]+\/[a-z\d+.-]+);base64,([A-Za-z\d+/]+={0,2})/g
const named = /_cp-[\da-f]{16}(\.[a-z\d]+)/g

/** Files of a theme, by name. */
type ThemeMedia = Map<string, {readonly bytes: Uint8Array}>

/**
 * A look whose pictures, fonts and sounds lie beside the cards: within templates and styles, where the theme was read with them, they would
 * be part of every card that is shown. Anki copies names that begin with `_` with each import and never calls them unused.
 */
export function packThemeMedia<T extends Look>(look: T): {readonly look: T; readonly media: ThemeMedia} {
  const media: ThemeMedia = new Map()
  const pack = (text: string) =>
    text.replace(held, (whole, mime: string, base64: string) => {
      const extension = Object.keys(fileTypes).find((end) => fileTypes[end] === mime)
      const bytes = Buffer.from(base64, 'base64')
      // What would not come back letter for letter would make another look.
      if (extension === undefined || bytes.toString('base64') !== base64) return whole
      const name = `_cp-${hash('sha256', bytes).slice(0, 16)}${extension}`
      media.set(name, {bytes})
      return name
    })
  return {look: {...look, ...dressed(look, pack)}, media}
}

/** The look as it was before: by it the next build knows whether it has changed. */
export function unpackThemeMedia(look: Look, read: (name: string) => Uint8Array | undefined): Look {
  return dressed(look, (text) =>
    text.replace(named, (name, extension: string) => {
      const bytes = read(name)
      return bytes ? `data:${fileTypes[extension]};base64,${Buffer.from(bytes).toString('base64')}` : name
    })
  )
}

function dressed<T extends Look>({css, tmpls}: T, change: (text: string) => string): Pick<T, 'css' | 'tmpls'> {
  return {css: change(css), tmpls: tmpls.map((template) => ({...template, qfmt: change(template.qfmt), afmt: change(template.afmt)}))}
}
