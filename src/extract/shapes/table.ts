import type {PhrasingContent, Table, TableRow} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {answerLabel, questionLabel} from '../answer-label.ts'
import {asks} from '../asks.ts'
import {isLinkOnly} from '../is-link-only.ts'
import {namesLanguage} from '../names-language.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A table with a column of questions and a column of answers, told by its header; or of two columns, the first of which asks.
 *
 * @example
 * ```markdown
 * | # | Question            | Answer               | Notes            |
 * | - | ------------------- | -------------------- | ---------------- |
 * | 1 | What is a topic?    | A named log          | Records are kept |
 * | 2 | What is a partition?| A piece of a topic   |                  |
 * ```
 */
export const table: Recogniser = {
  id: 'table',
  recognise(survey) {
    const candidates = survey.blocks.flatMap(({node}) => (node.type === 'table' ? fromTable(node, survey) : []))
    return {candidates, leftOver: [], confidence: candidates.length === 0 ? 0 : 0.95}
  }
}

const questionColumn =
  /^(?:term|begriff|término|termo|terme|термин|术语|用語|용어|words?|concept|vocab(?:ulary)?|wort|vokabel|palabra|palavra|mot|parola|слово|单词|單詞|単語|단어|kanji|hanzi)$/iu
const answerColumn =
  /^(?:definition|meaning|description|translation|definición|definição|définition|bedeutung|übersetzung|traducción|tradução|traduction|traduzione|определение|перевод|значение|定义|释义|翻译|意味|訳|정의|뜻)$/iu
const idColumn = /^(?:id|guid|uuid)$/iu
const tagColumn = /^(?:tags?|topics?|category|difficulty|level|标签|分类|难度)$/iu
const silentColumn = /^(?:#|(?:s|sr|sl|q)?[.\s]*no\.?|q?#|nr\.?|n°|№|num(?:ber)?|index|序号|番号|번호)?$/iu

function fromTable(node: Table, survey: Survey): Candidate[] {
  const [head, ...rows] = node.children
  const names = head?.children.map((cell) => inlineText(cell.children).trim()) ?? []
  const ask = names.findIndex((name) => isQuestion(name))
  const answer = names.findIndex((name, at) => at !== ask && isAnswer(name, names[ask] ?? ''))
  if (ask === -1 || answer === -1) return asksInColumn(names, rows, survey) ?? vocabulary(names, rows, survey)
  return rows.flatMap((row) => fromRow(row, names, ask, answer, survey))
}

/** Two columns of which the first asks in nearly all rows and the second says more than yes and no, whatever the header is. */
function asksInColumn(names: readonly string[], rows: readonly TableRow[], survey: Survey): Candidate[] | undefined {
  const texts = rows.map(({children}) => children.map((cell) => inlineText(cell.children).trim()))
  const asking = texts.filter(([question = '']) => asks(question) === 1).length
  const said = texts.reduce((sum, [, answer = '']) => sum + answer.length, 0)
  if (names.length !== 2 || rows.length < 3 || asking < rows.length * 0.9 || said < 10 * rows.length || survey.asksReader) return undefined
  return rows.flatMap((row) => fromRow(row, ['', ''], 0, 1, survey))
}

/** Two columns named after languages, the first two of the table. */
function vocabulary(names: readonly string[], rows: readonly TableRow[], survey: Survey): Candidate[] {
  const [ask, answer] = names.flatMap((name, at) => (namesLanguage(name) ? [at] : []))
  const linked = rows.filter(({children}) => isLinkOnly(children[ask ?? 0]?.children ?? [])).length
  if (ask === undefined || answer === undefined || rows.length < 2 || linked > 0) return []
  return rows.flatMap((row) => fromRow(row, names, ask, answer, survey))
}

function fromRow(row: TableRow, names: readonly string[], ask: number, answer: number, survey: Survey): Candidate[] {
  const cells = row.children.map((cell): PhrasingContent[] => cell.children)
  const stem = cells[ask] ?? []
  if (inlineText(stem).trim() === '') return []
  const textOf = (pattern: RegExp) =>
    names.flatMap((name, at) => (pattern.test(name) ? inlineText(cells[at] ?? []).trim() : [])).filter((text) => text !== '')
  const notes = names.flatMap((name, at) =>
    at === ask || at === answer || silentColumn.test(name) || idColumn.test(name) || tagColumn.test(name) ? [] : (cells[at] ?? [])
  )
  const [id] = textOf(idColumn)
  const paragraphs = [cells[answer] ?? [], notes].filter(
    (children) => inlineText(children).trim() !== '' || children.some(({type}) => type === 'image')
  )
  return [
    toCandidate(
      {
        recogniser: 'table',
        stem,
        body: [],
        answer: paragraphs.map((children) => ({type: 'paragraph', children, ...(row.position ? {position: row.position} : {})})),
        ...(id === undefined ? {} : {id}),
        tags: textOf(tagColumn).flatMap((text) => text.split(/[,;\s]+/).map((tag) => tag.replace(/^#/, ''))),
        position: row.position
      },
      survey
    )
  ]
}

function isQuestion(name: string): boolean {
  return isLabel(questionLabel, name) || questionColumn.test(name)
}

/** "Description" beside "Question" answers; beside "Command" it describes. */
function isAnswer(name: string, question: string): boolean {
  return isLabel(answerLabel, name) || ((isQuestion(question) || questionColumn.test(question)) && answerColumn.test(name))
}

/** A header stands without a colon; plural counts. */
function isLabel(label: RegExp, name: string): boolean {
  return [name, name.replace(/s$/i, '')].some((word) => (label.exec(`${word}:`)?.[0].length ?? 0) > word.length)
}
