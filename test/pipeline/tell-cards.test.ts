import type {RootContent} from 'mdast'
import {expect, test} from 'vitest'
import {tellCards} from '../../src/pipeline/tell-cards.ts'
import type {MarkdownCard} from '../../src/render/markdown/markdown-card.ts'

const options = {path: 'deck.md', dateSeconds: 1000}

function card(question: string, change: Partial<MarkdownCard> = {}): MarkdownCard {
  return {kind: 'basic', question: text(question), options: [], answer: text('So.'), explanation: [], section: [], tags: [], ...change}
}

function text(value: string): RootContent[] {
  return [{type: 'paragraph', children: [{type: 'text', value}]}]
}

async function told(...cards: readonly Parameters<typeof tellCards>[1][number][]) {
  const {text, file} = await tellCards({title: 'Deck'}, cards, options)
  return {headings: text.match(/^#+ .*$/gm), problems: file.messages.map(({reason}) => reason)}
}

test('tellCards() labels a lone statement that else would be a title', async () => {
  expect(await told({card: card('List the minerals.')})).toEqual({headings: ['# Deck', '## Q: List the minerals.'], problems: []})
})

test('tellCards() writes an id where the question would get another one', async () => {
  expect(await told({card: card('What?'), id: 'first'}, {card: card('Why?')})).toEqual({
    headings: ['# Deck', '## What? <!-- id: first -->', '## Why?'],
    problems: []
  })
})

test('tellCards() repeats a section on the way back up and puts cards without one first', async () => {
  const deep = card('What is deep?', {section: ['A', 'B']})
  const up = card('What is up?', {section: ['A']})
  expect(await told({card: deep}, {card: up}, {card: card('What is out?')})).toEqual({
    headings: ['# Deck', '## What is out?', '## A', '### B', '#### What is deep?', '## A', '### What is up?'],
    problems: []
  })
})

test('tellCards() lists a card that Markdown can not tell', async () => {
  expect((await told({card: card('1. What?')}, {card: card('Why?')})).problems).toEqual([
    'Unexpected card `1. What?` that Markdown can not tell, expected another way to ask it'
  ])
})

test('tellCards() keeps points of a question that begin like choices what they are', async () => {
  const points = ['1: three times', '2: once'].map((value) => ({type: 'listItem' as const, children: text(value) as never[]}))
  const question: RootContent[] = [...text('What does this count?'), {type: 'list', ordered: false, children: points}]
  expect(await told({card: card('', {question})}, {card: card('Why?')})).toMatchObject({problems: []})
})
