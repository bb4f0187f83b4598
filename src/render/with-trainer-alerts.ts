import type {Blockquote, RootContent} from 'mdast'
import type {Card} from '../guide/card.ts'
import type {Guide} from '../guide/guide.ts'

/** The guide with what is for the trainer as a box below each answer. Ids, hashes and times stay those of what learners see. */
export function withTrainerAlerts(guide: Guide): Guide {
  return {...guide, cards: guide.cards.map(withAlert)}
}

function withAlert({trainer, ...card}: Card): Card {
  if (!trainer) return card
  const box = {
    type: 'blockquote',
    data: {alert: 'trainer', title: 'Trainer'},
    children: [...trainer] as Blockquote['children']
  } satisfies RootContent
  // Of a multiple choice the explanation comes last.
  return card.kind === 'mcq' ? {...card, explanation: [...card.explanation, box]} : {...card, answer: [...card.answer, box]}
}
