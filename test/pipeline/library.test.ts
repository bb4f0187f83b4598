import {unified} from 'unified'
import {expect, test} from 'vitest'
import {remarkCards, toGuide, toPlainText} from '../../src/index.ts'

const markdown = '# Kafka\n\n## 1. What is a topic?\n\n**Answer:**\n\nA name.\n\n## 2. What is a broker?\n\n**Answer:**\n\nA server.\n'

test('toGuide() makes cards with an identity that survives a reworded question', async () => {
  const first = await toGuide(markdown, {dateSeconds: 1000})
  expect(
    first.guide?.cards.map(({question, answer, number, modSeconds}) => [toPlainText(question), toPlainText(answer), number, modSeconds])
  ).toEqual([
    ['What is a topic?', 'A name.', 1, 1000],
    ['What is a broker?', 'A server.', 2, 1000]
  ])
  const second = await toGuide(markdown.replace('What is a topic', 'What exactly is a topic'), {
    dateSeconds: 2000,
    ...(first.lock && {lock: first.lock})
  })
  expect(second.guide?.cards.map(({id, modSeconds}) => [id, modSeconds])).toEqual([
    [first.guide?.cards[0]?.id, 2000],
    [first.guide?.cards[1]?.id, 1000]
  ])
})

test('toGuide() tells what stands in the way', async () => {
  const {guide, file} = await toGuide('No question here.\n', {dateSeconds: 0, path: 'x.md'})
  expect([guide, file.messages.map(String)]).toEqual([
    undefined,
    ['x.md:1:1: Unexpected file without a question, expected headings, bold lines, lists or labels that ask']
  ])
})

test('toGuide() refuses a date that is no number of seconds', async () => {
  await expect(toGuide(markdown, {dateSeconds: 1.5})).rejects.toThrow(
    new RangeError('Expected `dateSeconds` to be whole seconds since 1970 but found 1.5')
  )
})

test('remarkCards parses and leaves the candidates on the file', async () => {
  const processor = unified().use(remarkCards)
  const file = {value: markdown}
  const {VFile} = await import('vfile')
  const vfile = new VFile(file)
  const tree = processor.parse(vfile)
  expect(tree.children.length).toBe(7)
  expect(vfile.data.cards?.map(({question, position}) => [toPlainText(question), position.start.line])).toEqual([
    ['What is a topic?', 3],
    ['What is a broker?', 9]
  ])
})
