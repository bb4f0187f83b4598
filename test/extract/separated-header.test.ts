import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {extract} from '../../src/extract/extract.ts'
import {toPlainText} from '../../src/mdast/to-plain-text.ts'
import {parse} from '../../src/parse/parse.ts'

function cards(path: string, value: string): readonly (readonly string[])[] {
  const file = new VFile({path, value})
  return extract(parse(file), file).candidates.map(({question, answer}) => [toPlainText(question), toPlainText(answer)])
}

test('a file that is called a table is one, with the separator that its first record has most of', () => {
  const expected = [
    ['What is a topic, in a word?', 'A log'],
    ['What is an offset?', 'A place']
  ]
  expect(cards('deck.csv', '"What is a topic, in a word?";A log\nWhat is an offset?;A place\n')).toEqual(expected)
  expect(cards('deck.CSV', '"What is a topic, in a word?",A log\nWhat is an offset?,A place\n')).toEqual(expected)
  expect(cards('deck.tsv', 'What is a topic, in a word?\tA log\nWhat is an offset?\tA place\n')).toEqual(expected)
})

test('the same text in Markdown is a text', () => {
  expect(cards('deck.md', 'A topic;A log\nAn offset;A place\nA broker;A server\n')).toEqual([])
})

test('the apostrophe that keeps spreadsheets from running a cell is no part of it', () => {
  expect(cards('deck.csv', "question,answer\n'=SUM(A1)?,'-1\n'tis,so\n")).toEqual([
    ['=SUM(A1)?', '-1'],
    ["'tis", 'so']
  ])
})
