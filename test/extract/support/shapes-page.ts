import {readFileSync} from 'node:fs'
import {recognisers} from '../../../src/extract/recognisers.ts'
import {exampleOf} from './example-of.ts'

const head = `# Shapes

Every way of writing questions and answers that cardpress reads, safe evidence first. Each has a file in \`src/extract/shapes/\`; the text and the example below are its TSDoc, and a test reads the example. \`--shape ID\` (or \`shape\` in front matter) makes one of them the only one.

## How a file is read

1. A survey gathers what needs the whole file: the blocks in reading order, whether it says that it holds questions, which summaries only fold answers, marks of flashcard programs.
2. Every shape says what cards it would make and how sure it is. Shapes that share a container share one vote: the headings of a file, its list items, its emphasised lines.
3. The reading that explains most of the file, weighted by its confidence, wins. Others add cards that lie elsewhere; a shape that is found mainly inside the answers of another is part of these answers.
4. What stands below a question is divided into question side, choices, answer and explanation; ids and tags are taken off; sections, the text after the last answer and lazy lines are settled for the file as a whole.
5. What is no card is listed with line and reason.

## How to add a shape

1. Write a file \`my-shape.ts\` in \`src/extract/shapes/\`: an object with the id \`my-shape\` (the file's name) and \`recognise(survey)\`, which returns candidates in source order and a confidence. \`toCandidate\` makes a candidate from the nodes that ask and the nodes below them. State in the TSDoc what it reads and give an \`@example\`.
2. Add it to \`src/extract/recognisers.ts\`, above shapes with less certain evidence.
3. Run \`npm test -- --update\`: the example becomes a fixture in \`test/extract/fixtures/\` and a section of this page. Read the diff.

\`\`\`ts
/**
 * A quotation that ends with a question mark, answered by the block below it.
 *
 * @example
 * (a fenced block of Markdown)
 */
export const quoteAsks: Recogniser = {
  id: 'quote-asks',
  recognise(survey) {
    const candidates = survey.blocks.flatMap(({node, index}) => {
      const line = node.type === 'blockquote' ? node.children[0] : undefined
      if (line?.type !== 'paragraph' || asks(inlineText(line)) < 1) return []
      const body = survey.blocks.slice(index + 1, index + 2).map((block) => block.node)
      return [toCandidate({recogniser: 'quote-asks', stem: line.children, body, position: node.position}, survey)]
    })
    return {candidates, leftOver: [], confidence: candidates.length >= 3 ? 0.8 : 0.3}
  }
}
\`\`\`
`

/** docs/shapes.md: how files are read, how to add a shape, and all shapes with their examples. */
export function shapesPage(): string {
  const sections = recognisers.map(({id}) => {
    const example = exampleOf(id)
    const fence = example.includes('```') ? '````' : '```'
    return `## ${id}\n\n${descriptionOf(id)}\n\n${fence}markdown\n${example}${fence}\n`
  })
  return [head, ...sections].join('\n')
}

/** What the TSDoc says above its example, as one paragraph. */
function descriptionOf(id: string): string {
  const source = readFileSync(new URL(`../../../src/extract/shapes/${id}.ts`, import.meta.url), 'utf8')
  const comment = source.split('/**').find((part) => part.includes('@example')) ?? ''
  const lines = comment.split('@example')[0]?.split('\n') ?? []
  return lines
    .map((line) => line.replace(/^ \* ?/, '').trim())
    .filter((line) => line !== '' && line !== '*')
    .join(' ')
}
