import {readFile} from 'node:fs/promises'
import {fromHtml} from 'hast-util-from-html'
import {toText} from 'hast-util-to-text'
import {originKey} from '../guide/origin-key.ts'
import {parseMeta} from '../render/anki/meta.ts'
import {findDecks} from './read-base.ts'
import {readDeck} from './read-deck.ts'

/**
 * Questions as decks handed out have them, in plain text by `originKey`: a lock remembers only fingerprints.
 *
 * @param paths - As for `readBase`, which has told of what can't be read.
 */
export async function readQuestionsBefore(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const questions = new Map<string, string>()
  for (const path of await findDecks(paths))
    for (const {fields} of (await readDeck(await readFile(path))).notes) {
      const meta = parseMeta(fields.get('Meta') ?? '')
      const html = fields.get('Question') ?? fields.get('Text') ?? ''
      if (meta) questions.set(originKey({id: meta.card, guideId: meta.guide}), stem(html))
    }
  return questions
}

/** The line that asks, gaps filled. */
function stem(html: string): string {
  const text = toText(fromHtml(html, {fragment: true})).trim()
  const [line = ''] = text.split('\n', 1)
  return line.replace(/\{\{c\d+::(.*?)(?:::.*?)?\}\}/g, '$1')
}
