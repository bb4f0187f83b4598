import {type Band, bookmarks, pagesOfText} from './ask-pdf.ts'
import {wordsOf} from './words-of.ts'

/** A card as `cardpress cards --json` tells it. */
export interface CardText {
  readonly question: string
  readonly answer: string
  readonly options?: readonly string[]
}

/**
 * Text of a document from the page on which the first question stands: contents come before.
 *
 * @param body - Where the text stands on each page: a word cut at the end of a page goes on behind no running foot and head then.
 */
export function textOfCards(path: string, body?: Band): string {
  const first = bookmarks(path).find(({title}) => /^1 /.test(title))
  return pagesOfText(path, body)
    .slice((first?.page ?? 1) - 1)
    .join('')
}

/**
 * Looks in a text for each question behind the one before, and between the two for every word and number of its parts. A line for each
 * question that is not there in its turn, or lacks words.
 *
 * @param isNumbered - Questions have their numbers before them: many READMEs ask "What is the output?" over and over.
 */
export function missingWords(
  document: string,
  cards: readonly CardText[],
  {isNumbered, partsOf}: {readonly isNumbered: boolean; readonly partsOf: (card: CardText) => readonly string[]}
): readonly string[] {
  const text = wordsOf(document)
  let from = 0
  const starts = cards.map(({question}, index) => {
    const words = wordsOf(lineOf(question))
    // Between a number and its question the key says the page.
    const pattern = new RegExp(isNumbered ? `${index + 1}(?:page\\d+)?${words}` : words, 'gu')
    pattern.lastIndex = from
    const at = pattern.exec(text)?.index ?? -1
    if (at !== -1) from = at + 1
    return at
  })
  return cards.flatMap((card, index) => {
    if (starts[index] === -1) return [`${card.question}: not there in its turn`]
    const end = starts.slice(index + 1).find((start) => start !== -1)
    const own = text.slice(starts[index], end)
    const lost = partsOf(card)
      .flatMap(plainWords)
      .filter((word) => !own.includes(word))
    return lost.length > 0 ? [`${card.question}: ${lost.join(' ')}`] : []
  })
}

/** What a layout that tells has of each card. The key leaves out what stands below the line that asks, and of choices names the right one. */
export function partsIn(layout: string): (card: CardText) => readonly string[] {
  return ({question, answer, options = []}) => (layout === 'key' ? [answer] : [question, answer, ...options])
}

/** The line that asks: behind it stands the label, and then code or a list that is part of the question. */
function lineOf(question: string): string {
  const end = question.search(/[?？]/)
  return end === -1 ? question.slice(0, 40) : question.slice(0, end)
}

/** Words and numbers; formulas are set in two dimensions and not looked at. */
function plainWords(text: string): readonly string[] {
  return text
    .replace(/\$\$?[^$]*\$\$?/g, ' ')
    .split(/\s+/)
    .map(wordsOf)
}
