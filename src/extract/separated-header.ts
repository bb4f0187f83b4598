import {namesLanguage} from './names-language.ts'
import {readSeparatedRows} from './separated-rows.ts'
import type {Survey} from './survey.ts'

/** How a text table is to be read. */
export interface SeparatedHeader {
  readonly separator: string
  /** Where the records begin. */
  readonly offset: number
  /** Columns with a meaning of their own (`tags`, `guid`, `deck`, `notetype`), from 0. */
  readonly columns: ReadonlyMap<string, number>
  /** Columns of the card, the question first; without them all that have no meaning of their own, in their order. */
  readonly fields?: readonly number[]
  /** Columns that a header row names and that are no part of a card. */
  readonly unread: readonly string[]
  /** Fields hold HTML. */
  readonly html: boolean
  /** From 0 to 1. */
  readonly confidence: number
}

/** Evidence for a text table: Anki's header lines, a header row, the ending of the file's name, or tabs in every line. */
export function readSeparatedHeader(survey: Survey): SeparatedHeader | undefined {
  return ankiHeader(survey) ?? headerRow(survey) ?? named(survey) ?? tabs(survey)
}

const ankiNames: Readonly<Record<string, string>> = {tab: '\t', comma: ',', semicolon: ';', space: ' ', pipe: '|', colon: ':'}
const separators = ['\t', ',', ';', '|'] as const

/** @see https://docs.ankiweb.net/importing/text-files.html */
function ankiHeader({lines, lineOffsets, source}: Survey): SeparatedHeader | undefined {
  const header = lines.slice(
    0,
    lines.findIndex((line) => !/^\ufeff?#[a-z ]+:/i.test(line))
  )
  const entries = header
    .map((line) => /^\ufeff?#([a-z ]+):(.*)$/i.exec(line))
    .flatMap((match) => (match ? [[(match[1] ?? '').toLowerCase(), match[2] ?? ''] as const] : []))
  const separator = entries.find(([key]) => key === 'separator')?.[1]
  if (separator === undefined) return undefined
  const columns = entries.flatMap(([key, value]) =>
    key.endsWith(' column') ? [[key.slice(0, -' column'.length), Number(value) - 1] as const] : []
  )
  return {
    separator: ankiNames[separator.trim().toLowerCase()] ?? separator,
    offset: lineOffsets[header.length] ?? source.length,
    columns: new Map(columns),
    unread: [],
    html: entries.some(([key, value]) => key === 'html' && /true/i.test(value)),
    confidence: 0.99
  }
}

/** Names of columns in the languages with most READMEs, lower case. */
const columnNames: readonly (readonly [meaning: string, names: RegExp])[] = [
  ['question', /^(?:questions?|front|terms?|word|prompt|frage|pregunta|pergunta|domanda|вопрос|问题|問題|题目|質問|질문)$/],
  [
    'answer',
    /^(?:answers?|back|definitions?|meaning|translation|response|antwort|respuesta|resposta|réponse|risposta|ответ|答案|回答|答え|답변?)$/
  ],
  ['extra', /^(?:explanations?|notes?|extra|example|examples)$/],
  ['tags', /^(?:tags?|difficulty|level)$/],
  ['guid', /^(?:id|guid|uuid)$/]
]

/** A first record that names a column of questions and one of answers. */
function headerRow({source, lines}: Survey): SeparatedHeader | undefined {
  const first = (lines[0] ?? '').replace(/^\ufeff/, '')
  const separator = separators.find((sign) => first.includes(sign) && !(sign === '|' && /^\s*\|/.test(first)))
  // A line of dashes below makes it a table of Markdown.
  if (separator === undefined || /^[\s|:]*-[\s|:-]*$/.test(lines[1] ?? '')) return undefined
  const cells = first.split(separator).map((cell) => cell.replace(/^\s*"?|"?\s*$/g, '').toLowerCase())
  const meanings = cells.every(namesLanguage)
    ? ['question', 'answer', ...cells.slice(2).map(() => 'extra')]
    : cells.map((cell) => columnNames.find(([, names]) => names.test(cell))?.[0])
  const [question, answer] = [meanings.indexOf('question'), meanings.indexOf('answer')]
  if (question === -1 || answer === -1) return undefined
  const offset = source.indexOf('\n') + 1 || source.length
  const rows = readSeparatedRows(source, separator, offset)
  if (rows.filter((row) => row.cells.length === cells.length).length * 2 <= rows.length) return undefined
  const special = ['tags', 'guid'].flatMap((meaning) => (meanings.includes(meaning) ? [[meaning, meanings.indexOf(meaning)] as const] : []))
  const extra = meanings.flatMap((meaning, at) => (meaning === 'extra' ? [at] : []))
  const read = new Set([question, answer, ...extra, ...special.map(([, at]) => at)])
  return {
    separator,
    offset,
    columns: new Map(special),
    fields: [question, answer, ...extra],
    unread: cells.filter((_, at) => !read.has(at)),
    html: false,
    confidence: 0.98
  }
}

/** The name says that it is a table; the separator is the sign that the first record has most of. */
function named({file, source}: Survey): SeparatedHeader | undefined {
  if (!/^\.(?:csv|tsv|tab)$/i.test(file.extname ?? '')) return undefined
  const widths = separators.map((sign) => ({sign, width: readSeparatedRows(source.slice(0, 10_000), sign)[0]?.cells.length ?? 0}))
  const [best] = widths.sort((a, b) => b.width - a.width)
  return best && best.width > 1 ? bare(best.sign, 0.95) : undefined
}

/** Exports of study sites: term, tab, definition in each line, and nothing else. */
function tabs({lines}: Survey): SeparatedHeader | undefined {
  const filled = lines.filter((line) => line.trim() !== '')
  const counts = new Set(filled.map((line) => line.split('\t').length))
  const steady = counts.size === 1 && !counts.has(1) && filled.every((line) => /^\S[^\t]{0,1000}\t[^\S\t]*[^\s]/.test(line))
  return steady && filled.length >= 2 ? bare('\t', 0.9) : undefined
}

function bare(separator: string, confidence: number): SeparatedHeader {
  return {separator, offset: 0, columns: new Map(), unread: [], html: false, confidence}
}
