import {expect, test} from 'vitest'
import {anki} from '../../../src/render/anki/anki.ts'
import {type CardText, makeGuide} from '../../support/make-guide.ts'
import {renderContext} from '../../support/render-context.ts'
import {askCore} from './ask-anki.ts'
import {isAsked, olderCores} from './cores.ts'

const cards: readonly CardText[] = [
  {id: 'topic', question: 'What is a topic?', answer: 'A named log.', section: ['Basics']},
  {id: 'isr', question: 'What is the ISR?', answer: 'Replicas that *keep up*.', reverse: true},
  {id: 'gaps', kind: 'cloze', question: 'A {{c1::topic}} has {{c2::partitions::parts}} `x{{c3::y{}}}`.', explanation: 'Always.'},
  {id: 'math', question: 'What is $a < b$?', answer: '```js\nlet a = {{b: 1}}\n```'}
]

const edited: readonly CardText[] = [
  {id: 'new', question: 'Why?', answer: 'Because.'},
  ...cards.map((card) => (card.id === 'isr' ? {...card, answer: 'In sync.', modSeconds: 1_767_225_601} : card))
]

async function deck(texts: readonly CardText[]): Promise<Uint8Array> {
  const [output] = await anki.render(makeGuide(texts), renderContext())
  if (!output) throw new Error('Expected a deck')
  return output.bytes
}

for (const core of olderCores) {
  test.runIf(isAsked(core))(`Anki ${core.name} takes a deck, the same again, and an edited one, and touches no schedule`, async () => {
    const report = await askCore(core, 'render', [await deck(cards), await deck(cards), await deck(edited)], '--study', '3', '--strict')
    const steps = report.steps.map(({log, cards, scheduling}) => ({
      ...{new: log.new, updated: log.updated, duplicate: log.duplicate, conflicting: log.conflicting, cards},
      ...{studied: scheduling?.cards ?? 0, rescheduled: Object.keys(scheduling?.changed ?? {}).length}
    }))
    expect({version: report.anki.replace('.0', '.'), failures: report.failures, steps}).toEqual({
      version: core.name.split(' ')[0],
      failures: [],
      steps: [
        {new: 4, updated: 0, duplicate: 0, conflicting: 0, cards: 7, studied: 0, rescheduled: 0},
        {new: 0, updated: 0, duplicate: 4, conflicting: 0, cards: 7, studied: 3, rescheduled: 0},
        {new: 1, updated: 1, duplicate: 3, conflicting: 0, cards: 8, studied: 3, rescheduled: 0}
      ]
    })
  })
}
