import type {View} from './to-view.ts'

/** A section or a question as a heading of the page. */
export interface Heading {
  /** For bookmarks: `12 What is a topic?`. */
  readonly title: string
  readonly anchor: string
  /** The outermost section it belongs to; empty without sections. */
  readonly section: string
  /** Of a section, 2 for the outermost; 0 for a question. */
  readonly level: number
  /** Of the question; 0 for a section. */
  readonly number: number
  /** Of the question; empty for a section. */
  readonly label: string
}

/**
 * Headings of all sections and questions in reading order. A template may set others before them, and none after.
 *
 * @param answers - What the last section is called where all answers are at the end.
 */
export function headingsOf({sections, answersAnchor}: View, answers?: string): readonly Heading[] {
  const asked = sections.flatMap(({top, headings, cards}) => [
    ...headings.map(({level, text, anchor}) => ({title: text, anchor, section: level === 2 ? text : top, level, number: 0, label: ''})),
    ...cards.map(({number, label, title, anchor}) => ({title: `${number} ${title}`, anchor, section: top, level: 0, number, label}))
  ])
  if (answers === undefined) return asked
  const shared = {section: answers, number: 0, label: ''}
  const told = sections.flatMap(({cards}) => cards.filter(({kind}) => kind !== 'unanswered'))
  return [
    ...asked,
    {...shared, title: answers, anchor: answersAnchor, level: 2},
    ...told.map(({number, title, answerAnchor}) => ({...shared, title: `${number} ${title}`, anchor: answerAnchor, level: 0}))
  ]
}
