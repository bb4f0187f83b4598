import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {askAnki, askCore} from './ask-anki.ts'
import {isAsked, newestCore, olderCores} from './cores.ts'

const test = judgedBy('anki')

const question = (word: string) => `## What is ${word}?\n\n**Answer:**\n\nA word, ${word}.\n\n`
const notes = (title: string, ...words: readonly string[]) =>
  `# ${title}\n\nIt is {{c1::a gap}} of ${words[0]}.\n\n${words.map(question).join('')}`

/** Files of an author and what they build from them, one release after the other. */
async function author(files: Readonly<Record<string, string>>) {
  const cwd = await temporaryFolder(files)
  return {
    read: (path: string) => readFile(join(cwd, path)),
    write: (path: string, text: string) => writeFile(join(cwd, path), text),
    async release(...flags: readonly string[]): Promise<readonly Buffer[]> {
      const {code, stderr} = await runCardpress(['.', '--anki', '--strict', ...flags], {cwd})
      expect([code, stderr]).toEqual([0, ''])
      const decks = await Promise.all(['a', 'b'].map((name) => readFile(join(cwd, 'out', `${name}.apkg`)).catch(() => undefined)))
      return decks.filter((deck) => deck !== undefined)
    }
  }
}

test('two authors with themes of their own and one without never restyle each other, and a new look touches no note', async () => {
  // Two pictures of each author, named by their bytes.
  const files = ['310a844e4984a058', '72152cab551c05d5', '73de557af46bcacb', '7ceb33f126494c07'].map((name) => `_cp-${name}.svg`)
  const [ada, ben, cy] = await Promise.all(
    ['red', 'blue', ''].map((color) =>
      author({
        'a.md': notes('Same', color || 'plain'),
        ...(color && {
          'mine/anki/custom.css': `.question { color: ${color}; background: url(${color}.svg) }`,
          [`mine/anki/${color}.svg`]: `<svg xmlns="http://www.w3.org/2000/svg"><desc>${color}</desc></svg>`,
          'mine/anki/qa/front.html': '<img src="logo.svg">{{Question}}',
          'mine/anki/qa/logo.svg': `<svg xmlns="http://www.w3.org/2000/svg"><desc>logo, ${color}</desc></svg>`
        })
      })
    )
  )
  if (!ada || !ben || !cy) throw new Error('Expected three authors')
  const decks = [await ada.release('--templates', 'mine'), await ben.release('--templates', 'mine'), await cy.release()].flat()
  await ada.write('mine/anki/custom.css', '.question { color: green; background: url(red.svg) }')
  const later = await ada.release('--templates', 'mine')
  for (const core of [newestCore, ...olderCores.filter(isAsked)]) {
    const report = await askCore(core, 'render', [...decks, ...later], '--strict', '--study', '6', '--study-after', '3')
    expect([core.name, report.failures]).toEqual([core.name, []])
    const colours = (step: number) =>
      report.steps[step]?.notetypes.map(({css}) => /\.question \{ color: (\w+);/.exec(css ?? '')?.[1]).sort()
    expect([colours(2), colours(3)]).toEqual([
      ['blue', 'blue', 'red', 'red', undefined, undefined],
      ['blue', 'blue', 'green', 'green', undefined, undefined]
    ])
    expect(report.steps[3]?.log).toMatchObject({new: 0, updated: 0, conflicting: 0})
    expect(report.steps[3]?.scheduling?.changed).toEqual({})
    expect(report.steps[3]?.media.map(({name}) => name).sort()).toEqual(files)
  }
})

test('a card that moves between guides of different notetypes stays the note that it was, both ways', async () => {
  const ada = await author({
    'b.md': notes('Stock', 'one', 'two', 'three'),
    'mine/anki/custom.css': '.card { color: red }'
  })
  const first = await ada.release()
  await ada.write('a.md', notes('Own', 'four', 'five', 'six'))
  const second = await ada.release('--templates', 'mine')
  await ada.write('a.md', `${notes('Own', 'four', 'five')}${question('three')}`)
  await ada.write('b.md', `${notes('Stock', 'one', 'two')}${question('six')}`)
  const third = await ada.release('--templates', 'mine')
  const report = await askAnki('render', [...first, ...second, ...third], '--strict', '--study', '8', '--study-after', '3')
  expect(report.failures).toEqual([])
  const later = report.steps.slice(3)
  expect(later.map(({log, cards}) => [log.new, log.updated, log.conflicting, cards])).toEqual([
    [0, 1, 0, 8],
    [0, 1, 0, 8]
  ])
  expect(later.map(({scheduling}) => scheduling?.changed)).toEqual([{}, {}])
})

test('the list of removed cards tags notes of a theme, and text for Anki finds them', async () => {
  const ada = await author({'a.md': notes('Own', 'one', 'two', 'three'), 'mine/anki/custom.css': '.card { color: red }'})
  const [deck] = await ada.release('--templates', 'mine')
  await ada.write('a.md', notes('Own', 'one', 'two'))
  await ada.release('--templates', 'mine', '--csv-format', 'anki', '--csv', '--removed-list', 'removed.txt')
  const texts = [await ada.read('removed.txt'), await ada.read('out/a.anki.csv')]
  if (!deck) throw new Error('Expected a deck')
  const report = await askAnki('csv', [deck, ...texts], '--strict', '--study', '4', '--dump')
  expect(report.failures).toEqual([])
  expect(report.steps.slice(1).map(({log}) => [log.new, log.updated])).toEqual([
    [0, 1],
    [0, 0]
  ])
  const tagged = report.steps.at(-1)?.dump?.notes.filter(({tags}) => tags.includes('cardpress::removed')) ?? []
  expect(tagged.map(({fields}) => fields[0])).toEqual(['What is three?'])
})

test('the style sheet of a learner is loaded, and Check Media is content with it', async () => {
  const cy = await author({'a.md': notes('Same', 'one')})
  const report = await askAnki('render', await cy.release(), '--strict', '--dump', '--user-css')
  expect([report.failures, report.steps[0]?.check_media, report.steps[0]?.media.map(({name}) => name)]).toEqual([
    [],
    {missing: [], unused: []},
    ['_cardpress-user.css']
  ])
  const shown = report.render?.html?.flatMap(({question, answer}) => [question, answer]) ?? []
  expect(shown.length).toBe(4)
  for (const html of shown) expect(html).toContain('<link rel="stylesheet" href="_cardpress-user.css">')
})
