import {type DiffKind, diffKinds, type GuideDiff} from '../pipeline/deck-diff.ts'
import {countText} from '../report/count-text.ts'
import {evidence} from './diff-lines.ts'

const shown: readonly DiffKind[] = ['new', 'reworded', 'changed', 'moved']

/** The difference for a pull request or a job summary: a table of counts, the cards in folds. */
export function diffMarkdown(diff: readonly GuideDiff[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [
    row(['Deck', ...diffKinds]),
    row([':---', ...diffKinds.map(() => '---:')]),
    ...diff.map(({deck, counts}) => row([text(deck), ...diffKinds.map((kind) => (counts[kind] === 0 ? '' : String(counts[kind])))]))
  ]
  return [...['### Decks', ''], ...table, ...diff.flatMap(fold)].join('\n')
}

function fold({deck, cards, removed}: GuideDiff): string[] {
  const items = shown.flatMap((kind) =>
    cards
      .filter((card) => card.kind === kind)
      .map((card) => `- **${kind}** ${text(card.question)} <sub>${card.label}, ${text(`${card.path}:${card.line}${evidence(card)}`)}</sub>`)
  )
  const gone = removed.map(({label, search}) => `- **removed** ${label}: learners find it in Anki by \`${search}\``)
  if (items.length + gone.length === 0) return []
  const title = `${text(deck)}: ${countText(items.length + gone.length, 'card')}`
  return ['', `<details><summary>${title}</summary>`, '', ...items, ...gone, '', '</details>']
}

/** Words that mean only themselves in a table of GitHub's Markdown. */
function text(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~#@]/g, '\\$&')
    .slice(0, 200)
}
