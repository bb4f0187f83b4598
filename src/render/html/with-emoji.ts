import {nameToEmoji} from 'gemoji'

/** Colons that touch words or other colons are no shortcode: `10:100:20`, `std::array::size`. Shortcodes may follow each other at once. */
const shortcodes = /(?<![\w:])(?::[\w+-]+:)+(?![\w:])/g

/** The text with GitHub's shortcodes (`:rocket:`) as emoji; unknown names stay. */
export function withEmoji(text: string): string {
  if (!text.includes(':')) return text
  return text.replace(shortcodes, (run) =>
    run.replace(/:([\w+-]+):/g, (shortcode, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? shortcode) : shortcode
    )
  )
}
