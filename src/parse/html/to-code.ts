import type {Code} from 'mdast'
import type {Position} from 'unist'
import {decodeEntities, toProperties} from './to-properties.ts'

/** A `<pre>` as a code block: what a browser shows of it, its language from `<pre lang>` or `class="language-x"`. */
export function toCode({attributes, content}: {readonly attributes: string; readonly content: string}, position: Position): Code {
  const inner = /^\s*<code((?:\s[^<>]*)?)>/i.exec(content)?.[1] ?? ''
  const value = decodeEntities(content.replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, ''))
  return {
    type: 'code',
    lang: languageOf(attributes) ?? languageOf(inner) ?? null,
    meta: null,
    value: value.replace(/^\r?\n|\s+$/g, ''),
    position
  }
}

function languageOf(attributes: string): string | undefined {
  const {lang, className} = toProperties(attributes)
  if (typeof lang === 'string') return lang
  const named = Array.isArray(className) ? className.find((name) => /^lang(?:uage)?-/.test(String(name))) : undefined
  return named === undefined ? undefined : String(named).replace(/^lang(?:uage)?-/, '')
}
