import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {extract} from '../../src/extract/extract.ts'
import {parse} from '../../src/parse/parse.ts'

const asked = `# Hull

[![Build](https://img.shields.io/badge/build-ok-green)](https://example.org)

## What does it do?

It logs.

## Is there a demo?

On our page.

## Can I configure Hull?

With a file.

## What about old runtimes?

They work.

## Hooks

Before and after.

## Persistent configuration

Kept until reset.
`

function cardsOf(path: string, value: string): number {
  const file = new VFile({path, value})
  return extract(parse(file), file).candidates.length
}

test('extract() reads no cards from the README of software that asks on its own behalf', () => {
  expect(cardsOf('README.md', asked)).toBe(0)
})

test('extract() reads the same headings where the README names questions or the file is no README', () => {
  expect(cardsOf('README.md', asked.replace('# Hull', '# Hull: questions and answers'))).toBeGreaterThanOrEqual(4)
  expect(cardsOf('help.md', asked)).toBeGreaterThanOrEqual(4)
})
