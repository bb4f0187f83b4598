import * as z from 'zod'
import type {FurnitureData, PageData} from './page-data.ts'

const text = (about: string) => z.string().describe(about)
const html = (about: string) => z.string().describe(`${about} As HTML: \`| raw\``)
const count = (about: string) => z.int().nonnegative().describe(about)
const flag = (about: string) => z.boolean().describe(about)

const option = z.strictObject({
  letter: text('`A`, `B`, ... in the order of the options'),
  html: html('What it says.'),
  right: flag('It is a right one')
})

const card = z.strictObject({
  anchor: text('Id on the page; every layout has to give it to one element, as links and page numbers lead there'),
  answerAnchor: text('Id of its answer, where all answers are at the end'),
  number: count('From 1, the same in every layout'),
  label: text('Short and stable (`K7Q`), the same on paper, in the deck and in the CSV'),
  kind: z.enum(['basic', 'mcq', 'cloze', 'unanswered']).describe('What kind of question it is'),
  change: z
    .enum(['none', 'new', 'reworded', 'changed'])
    .describe('What happened to it, where `--mark-changes`, `--changed` or the layout `errata` asks'),
  before: text('Of a reworded question the text before, where the base deck tells it; else empty'),
  title: text('The question in plain text, on one line'),
  questionHtml: html('The line that asks; the gaps of a cloze are filled.'),
  titleHtml: html('The same without links, for contents.'),
  blankHtml: html('The same with the gaps of a cloze left open.'),
  detailHtml: html('What stands below the line that asks: code, pictures, lists. Empty without.'),
  options: z.array(option).describe('Choices of a multiple choice question, else empty'),
  answerHtml: html('The answer. Empty without.'),
  explanationHtml: html('Why the right option is right, where the notes tell it apart. Empty without.'),
  trainerHtml: html('What the notes say to the trainer only (`<!-- trainer -->`); empty in layouts for others.'),
  more: text('Where the whole answer is, when this is not all of it (`kafka.md:17`), else empty'),
  room: z
    .strictObject({
      lines: z.array(z.int()).describe('1, 2, ... a ruled line each'),
      rows: z.array(z.int()).describe('1, 2, ... a row of dots for code each')
    })
    .describe('Room to write the answer by hand, to loop over'),
  answerFill: z.number().nonnegative().describe('How much of a page the answer takes, estimated: 1 is full'),
  whole: flag('Short enough to be kept in one piece')
})

const heading = z.strictObject({
  level: z.int().min(2).max(5).describe('For `h2` to `h5`: the title of the document is `h1`'),
  text: text('The heading in plain text'),
  anchor: text('Id on the page; has to be on one element'),
  codeHtml: html('Its address in short with the QR code, for below it (`<!-- qr: URL -->`). Empty without.')
})

const section = z.strictObject({
  headings: z.array(heading).describe('Headings that change here, the outermost first; empty where the notes have none'),
  top: text('The outermost heading that the questions belong to; empty without'),
  questionLevel: z.int().min(2).max(6).describe('Level for the headings of the questions, one below the last heading'),
  cards: z.array(card).describe('Its questions')
})

const margins = z.strictObject({
  top: z.number().describe('In millimetres'),
  right: z.number().describe('In millimetres'),
  bottom: z.number().describe('In millimetres'),
  left: z.number().describe('In millimetres; of a bound book the back')
})

const paper = z.strictObject({
  widthMm: z.number().describe('Of the page: the sheet, or one flashcard'),
  heightMm: z.number().describe('Of the page'),
  marginMm: margins.describe('White around the text'),
  columns: count('By `columns` of `template.json` and the width'),
  sizePt: z.number().describe('Type size in points; `--fit` chooses another than `template.json` says'),
  linesPerColumn: count('Lines of prose, estimated'),
  proseColumns: count('Characters of prose on a line, estimated'),
  codeColumns: count('Characters of code on a line, estimated')
})

const words = z.strictObject({
  contents: text('`Contents`'),
  key: text('`Key`'),
  page: text('`page`, in front of a number'),
  comma: text('Between two such words, with the space behind it'),
  name: text('`Name`'),
  date: text('`Date`'),
  candidate: text('`Candidate`'),
  interviewer: text('`Interviewer`'),
  score: text('`Score`'),
  notes: text('`Notes`'),
  errata: text('`Errata`'),
  new: text('`new`, behind a question'),
  reworded: text('`reworded`'),
  changed: text('`changed`'),
  before: text('`Before:`, in front of what a question said'),
  calibration: text('`Calibration sheet`'),
  turnLong: text('How to print it: on both sides over the long edge'),
  turnShort: text('The same over the short edge'),
  oneSide: text('The same on one side'),
  checkRule: text('What the rules are for; `#` stands for their length in millimetres'),
  readDrift: text('How the scales are read, in front of an option'),
  printedWith: text('`This sheet was printed with`, in front of an option'),
  addRead: text('`Add what you read to that.`'),
  front: text('`front`'),
  back: text('`back`'),
  alerts: z.record(z.string(), z.string()).optional().describe('Titles of alerts that bring none, by kind: `note`'),
  questions: z
    .object({other: text('The form for most numbers')})
    .catchall(z.string())
    .describe('Forms of `12 questions`; `countText` has the right one')
})

const turn = z.strictObject({
  flip: z.enum(['long', 'short', 'fold']).describe('How the back of a card comes behind its front'),
  rightMm: z.number().describe('How far backs are moved to the right'),
  upMm: z.number().describe('How far backs are moved up')
})

const numbers = z.record(z.string(), z.int())

const shared = {
  title: text('Title of the guide'),
  author: text('From the front matter; empty without'),
  license: text('Name of the terms from the front matter, or their address in short; empty without'),
  source: text('Address of the notes on the web in short (`--source-url`); empty without, and where they are several files'),
  lang: text('Language of the guide, for `<html lang>`'),
  dir: z.enum(['ltr', 'rtl']).describe('Which way it is written, for `<html dir>`'),
  date: text('Of the guide, `2026-11-23`'),
  count: count('How many questions there are'),
  version: text('Of a class set: `A`; else empty'),
  person: text('Whose name stands on it already; else empty'),
  chapters: flag('Made of several files: outermost sections are chapters'),
  countText: text('`12 questions` in the language of the guide'),
  digits: count('Figures in the last number, for the width of the gutter'),
  paper: paper.describe('The page in numbers'),
  sections: z.array(section).describe('The guide in order; one section without headings where the notes have none'),
  words: words.describe('Fixed words in the language of the guide'),
  fontsCss: html('`@font-face` rules of the fonts that this guide needs, in a `<style>`.'),
  styleCss: html('The style sheets, in a `<style>`.'),
  headHtml: html('The inside of `<head>`: title, fonts, style sheets, size and margins of the page.'),
  turn: turn.describe('How sheets of cards are turned over'),
  recto: flag('Sections begin on a right-hand page'),
  answersAnchor: text('Id of the section of answers, where all are at the end'),
  marksChanges: flag('Questions that changed are to bear a bar and a word: `--mark-changes`'),
  answersAtEnd: flag('Answers are wanted behind all questions: `--answers end`, in layouts that can (`answersApart`)'),
  fill: z.enum(['balance', 'auto']).describe('Columns of short guides end level, those of long ones fill up')
}

/** What `page.html` gets, and nothing else: data of another shape fail a test. */
export const pageSchema: z.ZodType<PageData> = z.strictObject({
  ...shared,
  pageNumbers: numbers.describe('Pages by `anchor`, for a list of contents; only right where `template.json` says `"contents": true`'),
  citedNumbers: numbers.describe('Pages by `anchor` in the worksheet, for the key; else empty'),
  steps: numbers.describe('By `anchor`, how much smaller an answer is set to fit its flashcard: 0, 1 or 2; empty for other layouts')
})

const sheet = z.strictObject({
  version: text('Of a class set: `A`; else empty'),
  person: text('Whose page it is; else empty'),
  page: z.int().min(1).describe('From 1'),
  pages: count('How many there are'),
  section: text('The section that the page begins in; empty before the first'),
  firstNumber: count('First question that begins on the page; 0 where none does'),
  lastNumber: count('Last question that begins on the page; 0 where none does'),
  number: count('The card that the page belongs to at its end'),
  label: text('Its label'),
  cardSection: text('Its section'),
  part: count('Which of its pages this is, from 1'),
  parts: count('How many pages it has')
})

/** What `furniture.html` gets. */
export const furnitureSchema: z.ZodType<FurnitureData> = z.strictObject({
  ...shared,
  sheets: z.array(sheet).describe('What stands around the text, page by page'),
  headerText: text('`--header`; else empty'),
  footerText: text('`--footer`; else empty'),
  furnitureCss: html('The style sheet `furniture.css` of the layout, in a `<style>`.')
})

/** Both as JSON Schema (draft 2020-12). */
export function templateSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What a template of cardpress gets',
    properties: {'page.html': toSchema(pageSchema), 'furniture.html': toSchema(furnitureSchema)}
  }
}

function toSchema(schema: z.ZodType): object {
  const {$schema, ...rest} = z.toJSONSchema(schema)
  return rest
}
