import {expect, test} from 'vitest'
import {gatherFolders} from '../../src/pipeline/gather-folders.ts'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {memoryHost} from '../support/memory-host.ts'

const one = (title: string, tag: string) =>
  `---\ntitle: ${title}\ntags: [${tag}]\n---\n\nAn answer about ${tag} with ![a picture](${tag}.png).\n`
const folder = {
  '/in/web/css.md': one('What is a cascade?', 'css'),
  '/in/web/html.md': one('What is a doctype for?', 'html'),
  '/in/web/css.png': 'png'
}

test('a folder in which every file is one question is one guide, its cards keep their files and tags', async () => {
  const host = memoryHost(folder)
  const drafts = await readDrafts(await host.readSources([]))
  const {guides} = await settleGuides(drafts, host)
  expect(
    guides.map(({guide: {id, title, deck, outputName, cards}}) => ({
      id,
      title,
      deck,
      outputName,
      cards: cards.map(({path, tags}) => [path, tags])
    }))
  ).toEqual([
    {
      id: 'web',
      title: 'Web',
      deck: 'Web',
      outputName: 'web',
      cards: [
        ['/in/web/css.md', ['css']],
        ['/in/web/html.md', ['html']]
      ]
    }
  ])
  expect([...(guides[0]?.guide.media.keys() ?? [])]).toEqual(['css.png'])
  expect(drafts.map(({source}) => source.file.messages.map(({ruleId}) => ruleId))).toEqual([[], ['missing-image']])
})

test('a file with more questions beside them stays a guide of its own', async () => {
  const host = memoryHost({...folder, '/in/web/quiz.md': '## 1. What?\n\n**Answer:** That.\n\n## 2. Why?\n\n**Answer:** So.\n'})
  const gathered = gatherFolders(await readDrafts(await host.readSources([])))
  expect(gathered.map(({source, extraction}) => [source.file.path, extraction.candidates.length])).toEqual([
    ['/in/web', 2],
    ['/in/web/quiz.md', 2]
  ])
})

test('a single such file, and one named directly, are guides of their own', async () => {
  const host = memoryHost({'/in/web/css.md': one('What is a cascade?', 'css')})
  expect(gatherFolders(await readDrafts(await host.readSources([]))).map(({source}) => source.file.path)).toEqual(['/in/web/css.md'])
  const named = (await memoryHost(folder).readSources([])).map((source) => ({...source, named: true}))
  expect(gatherFolders(await readDrafts(named)).map(({source}) => source.file.path)).toEqual(['/in/web/css.md', '/in/web/html.md'])
})
