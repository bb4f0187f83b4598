import type {Asking, Before, Take} from './asking.ts'

/** A reworded question: its answer stands in one card of today and stood in one of before, among all and not only the open ones. */
export function takeByAnswer(where: 'guide' | 'anywhere', asking: readonly Asking[], olds: readonly Before[], take: Take): void {
  const scope = (guide: string, answer = '') => (answer === '' ? '' : `${where === 'guide' ? guide : ''} ${answer}`)
  const news = Map.groupBy(asking, ({guide, card}) => scope(guide, card.answer))
  const live = Map.groupBy(
    olds.filter(({card}) => card.removed === undefined),
    ({guide, card}) => scope(guide, card.answer)
  )
  for (const [answer, cards] of news) {
    if (answer === '') continue
    const before = live.get(answer) ?? []
    const open = cards.filter(({match, card}) => !match && card.given === undefined)
    const free = before.filter(({taken}) => !taken)
    for (const card of open) {
      const [old] = free.filter(({card: {kind}}) => (kind === 'cloze') === card.card.cloze)
      if (!old) continue
      if (cards.length > 1 || before.length > 1 || !take(card, old, 'answer')) card.rivals = free
    }
  }
}
