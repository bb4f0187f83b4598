import {CliError} from '../../report/cli-error.ts'
import type {Notetype} from './notetype.ts'

/** What Anki fills in beside the fields of a note. */
const special = new Set(['Tags', 'Type', 'Deck', 'Subdeck', 'Card', 'CardFlag', 'CardID'])
/** Filters that Anki knows without an add-on; some take arguments (`tts en_US`). */
const filters = /^(?:text|hint|type|nc|cloze|cloze-only|furigana|kana|kanji|(?:tts|tts-voices)(?:\s.*)?)$/

interface Open {
  readonly name: string
  readonly at: number
}

/**
 * Refuses a template that Anki would import without a word and then show as an error, or that would make other cards than ours.
 *
 * @param path - Of the file, for messages.
 * @param name - Of the file without extension.
 * @throws CliError with path, line and column.
 */
export function checkTemplate(text: string, path: string, notetype: Notetype, side: 'front' | 'back', name: string): void {
  const fail = (at: number, reason: string): never => {
    const before = text.slice(0, at).split('\n')
    throw new CliError(`${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${reason}`, 1)
  }
  // Comments keep their place and lose their words: Anki does not look into them.
  const plain = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
  const open: Open[] = []
  const shown: string[] = []
  let outside = ''
  let end = 0
  for (const match of plain.matchAll(/\{\{([\s\S]*?)(\}\}|$)/g)) {
    const [whole, inside = '', close] = match
    const at = match.index
    outside += open.length === 0 ? plain.slice(end, at) : ''
    end = at + whole.length
    if (close === '') fail(at, 'Unexpected `{{` without an end, expected `}}` after it')
    const tag = inside.trim()
    const sign = /^[#^/]/.exec(tag)?.[0]
    const word = tag.replace(/^[#^/]/, '').trim()
    if (sign === '/') {
      const opened = open.pop()
      if (opened?.name !== word)
        fail(at, `Unexpected \`{{/${word}}}\`, expected ${opened ? `\`{{/${opened.name}}}\`` : 'no end without a beginning'}`)
      continue
    }
    const field = sign === undefined ? checkFilters(word, notetype, (reason) => fail(at, reason)) : word
    if (!isKnown(field, notetype, side, sign !== undefined))
      fail(at, `Unexpected field \`${field}\`, expected ${notetype.fields.map((part) => part.name).join(', ')}`)
    if (sign === undefined) {
      shown.push(word)
      outside += open.length === 0 ? whole : ''
    } else open.push({name: word, at})
  }
  outside += open.length === 0 ? plain.slice(end) : ''
  const [first] = open
  if (first) fail(first.at, `Unexpected \`{{#${first.name}}}\` without an end, expected \`{{/${first.name}}}\` after it`)
  if (notetype.kind === 'cloze' && !shown.includes('cloze:Text'))
    fail(0, 'Unexpected template without a gap, expected `{{cloze:Text}}` in it')
  if (side === 'front' && !shown.some((field) => notetype.fields.some((part) => field.endsWith(part.name))))
    fail(0, 'Unexpected front without a field, expected one that asks, such as `{{Question}}`')
  // Else every note had this card, and Check Database would make it.
  if (name === 'reverse-front' && (!/^\s*\{\{#Reverse\}\}/.test(plain) || outside.trim() !== ''))
    fail(0, 'Unexpected words outside of `{{#Reverse}}`, expected all between it and `{{/Reverse}}`')
}

/** @returns The field behind the filters. */
function checkFilters(word: string, notetype: Notetype, fail: (reason: string) => never): string {
  const [field = '', ...names] = word.split(':').toReversed()
  const strange = names.find((name) => !filters.test(name))
  if (strange !== undefined) fail(`Unexpected filter \`${strange}\`, expected one that Anki has, such as \`text\` or \`hint\``)
  const isCloze = names.some((name) => name.startsWith('cloze'))
  if (isCloze && notetype.kind !== 'cloze') fail('Unexpected filter `cloze` in a template of questions, expected it in `cloze` only')
  return field
}

function isKnown(field: string, {fields, kind}: Notetype, side: 'front' | 'back', isCondition: boolean): boolean {
  if (fields.some(({name}) => name === field) || special.has(field)) return true
  if (field === 'FrontSide') return side === 'back' && !isCondition
  return isCondition && kind === 'cloze' && /^c\d+$/.test(field)
}
