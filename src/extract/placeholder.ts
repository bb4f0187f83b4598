import type {RootContent} from 'mdast'
import {toPlainText} from '../mdast/to-plain-text.ts'

const placeholder =
  /^(?:to be (?:completed|done|added|answered|written|continued|filled(?: in)?)|tbd|tba|tbc|todo|wip|work in progress|fixme|n\/?a|none|empty|pending|coming soon|(?:your |the |an? )?answer(?: goes)? here|(?:add|write|insert|put) (?:your |the |an? )?answer(?: here)?|no answer(?: yet)?|not answered(?: yet)?|answer (?:pending|missing|coming soon|to be added)|under construction|lorem ipsum.*|please (?:add|contribute|help).{0,40}|help wanted|待补充|待完善|待续|待定|待更新|未完待续|暂无|略|后续补充|作成中|準備中|未回答|추후 작성|작성 예정|작성중|por hacer|pendiente|por completar|próximamente|a fazer|em breve|pendente|à compléter|à venir|à faire|noch offen|folgt|wird ergänzt|da completare|da fare|скоро|в разработке|будет дополнено|нет ответа|do uzupełnienia|yakında|eklenecek|segera|belum ada|sắp có|قريبا|بزودی)$/iu

/** Whether an answer only holds its place: empty, "To be completed.", "TODO", "...", "???". */
export function isPlaceholder(answer: readonly RootContent[]): boolean {
  const text = toPlainText(answer)
  if (text === '') return !answer.some(showsSomething)
  if (text.length > 80) return false
  const bare = text.replace(/[^\p{L}\p{N}\s/]+/gu, '').trim()
  if (bare === '') return /^[\s.…?？_*\-–—=]*$/u.test(text)
  return placeholder.test(bare) || isStageDirection(answer)
}

/** `*(Step by step instructions)*`: one remark in brackets and in italics says what shall stand there. */
function isStageDirection([only, ...others]: readonly RootContent[]): boolean {
  if (only?.type !== 'paragraph' || others.length > 0 || only.children.length !== 1) return false
  const [inner] = only.children
  return inner?.type === 'emphasis' && inner.children.every(({type}) => type === 'text') && /^[([].*[)\]]$/s.test(toPlainText(inner))
}

/** A picture says something without a letter. */
function showsSomething(node: RootContent): boolean {
  if (node.type === 'image' || node.type === 'code' || node.type === 'math' || node.type === 'inlineMath') return true
  if (node.type === 'htmlElement' && ['img', 'video', 'audio', 'iframe', 'svg', 'picture'].includes(node.tagName)) return true
  return 'children' in node && (node.children as RootContent[]).some(showsSomething)
}
