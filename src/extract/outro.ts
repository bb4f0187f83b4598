import type {RootContent} from 'mdast'
import type {Candidate} from '../guide/candidate.ts'
import {headingOf} from '../mdast/heading-of.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {trimNoise} from './trim-noise.ts'

/** Sentences with which authors and chat programs close a list of questions. */
const closing =
  /^[^\p{L}\p{N}]*(?:(?:these|the above|all (?:of )?these|this (?:list|guide|collection|set|covers)|the questions)\b.{0,60}\b(?:questions?|answers?|list|guide|topics|concepts)\b|good luck|best of luck|happy (?:coding|learning|hacking|studying|interviewing|reading)|let me know|would you like|feel free|hope (?:this|these|it)|i hope|that['’]s (?:all|it)|thank(?:s| you)|if you (?:like|liked|found|want|need|would like)\b.{0,80}\b(?:star|share|questions|repo(?:sitory)?|help|more)|do you want me|contributions? (?:are|is)|please (?:star|share|contribute)|was this helpful|(?:estas|essas|ces|diese) (?:preguntas|perguntas|questions|fragen)|buena suerte|boa sorte|bonne chance|viel (?:erfolg|glück)|удачи|эти вопросы|祝你|祝您|希望(?:这些|以上|对)|以上(?:就是|是)|これらの質問|頑張って|이 질문들|행운을)/iu

/**
 * Takes off the last card what closes the document: what stands further left than all answers, what follows a rule where no
 * other answer has one, a heading with nothing but links, a closing sentence.
 */
export function withoutOutro(candidates: readonly Candidate[]): Candidate[] {
  const last = candidates.at(-1)
  if (!last || last.answer.length < 2 || candidates.length < 2) return [...candidates]
  const others = candidates.slice(0, -1)
  const at = Math.min(outdented(last.answer, others), afterRule(last.answer, others), promotion(last.answer), farewell(last.answer))
  if (at >= last.answer.length) return [...candidates]
  const answer = trimNoise(last.answer.slice(0, at))
  const end = answer.at(-1)?.position?.end
  return [...others, {...last, answer, position: {start: last.position.start, end: end ?? last.position.end}}]
}

function outdented(answer: readonly RootContent[], others: readonly Candidate[]): number {
  const columns = others.flatMap((candidate) => candidate.answer.map((node) => node.position?.start.column ?? 1))
  const margin = Math.min(answer[0]?.position?.start.column ?? 1, ...columns)
  return margin <= 1 ? answer.length : indexOrEnd(answer, (node) => (node.position?.start.column ?? margin) < margin)
}

function afterRule(answer: readonly RootContent[], others: readonly Candidate[]): number {
  if (others.some((candidate) => candidate.answer.some(isRule))) return answer.length
  const rule = indexOrEnd(answer, isRule)
  return answer.length - rule <= 4 ? rule : answer.length
}

/** Headings at the end under which there are only links and pictures. */
function promotion(answer: readonly RootContent[]): number {
  const at = answer.findLastIndex((node) => headingOf(node) !== undefined)
  if (at <= 0) return answer.length
  const text = toPlainText(answer.slice(at + 1).filter((node) => !onlyLinks(node)))
  const heading = answer[at]
  return text === '' && heading && hasLink(heading) ? at : answer.length
}

function farewell(answer: readonly RootContent[]): number {
  let at = answer.length
  while (at > 1 && answer[at - 1]?.type === 'paragraph' && closing.test(toPlainText(answer[at - 1] as RootContent))) at--
  return at
}

function isRule(node: RootContent): boolean {
  return node.type === 'thematicBreak' || (node.type === 'htmlElement' && node.tagName === 'hr')
}

function hasLink(node: RootContent): boolean {
  return (
    node.type === 'link' ||
    (node.type === 'htmlElement' && node.tagName === 'a') ||
    ('children' in node && (node.children as RootContent[]).some(hasLink))
  )
}

function onlyLinks(node: RootContent): boolean {
  if (node.type === 'link' || node.type === 'image' || (node.type === 'htmlElement' && ['a', 'img'].includes(node.tagName))) return true
  if (node.type === 'text') return node.value.trim() === ''
  return 'children' in node && (node.children as RootContent[]).every(onlyLinks)
}

function indexOrEnd(nodes: readonly RootContent[], test: (node: RootContent) => boolean): number {
  const at = nodes.findIndex((node, index) => index > 0 && test(node))
  return at === -1 ? nodes.length : at
}
