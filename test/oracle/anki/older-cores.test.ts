import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {anki} from '../../../src/render/anki/anki.ts'
import {type CardText, makeGuide} from '../../support/make-guide.ts'
import {renderContext} from '../../support/render-context.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

const script = fileURLToPath(new URL('older_core.py', import.meta.url))
const versions = readFileSync(new URL('older-cores.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)

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

for (const version of versions) {
  const python = fileURLToPath(new URL(`../../../.cache/anki-${version}/bin/python`, import.meta.url))
  const asked = process.env.CARDPRESS_FULL !== undefined && (process.env.CI === 'true' || existsSync(python))
  test.runIf(asked)(`Anki ${version} takes a deck, the same again, and an edited one, and touches no schedule`, async () => {
    const folder = await temporaryFolder({'1.apkg': await deck(cards), '2.apkg': await deck(edited)})
    const paths = ['1.apkg', '1.apkg', '2.apkg'].map((name) => join(folder, name))
    expect(JSON.parse(execFileSync(python, [script, ...paths], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}))).toEqual({
      anki: version,
      steps: [
        {new: 4, updated: 0, duplicate: 0, conflicting: 0, cards: 7, scheduling: 0},
        {new: 0, updated: 0, duplicate: 4, conflicting: 0, cards: 7, scheduling: 0},
        {new: 1, updated: 1, duplicate: 3, conflicting: 0, cards: 8, scheduling: 0}
      ],
      studied: 3,
      faults: [],
      sound: true
    })
  })
}

async function deck(texts: readonly CardText[]): Promise<Uint8Array> {
  const [output] = await anki.render(makeGuide(texts), renderContext())
  if (!output) throw new Error('Expected a deck')
  return output.bytes
}
