import {expect, test} from 'vitest'
import {fromNotebook} from '../../src/read/from-notebook.ts'

const notebook = {
  nbformat: 4,
  metadata: {language_info: {name: 'python'}},
  cells: [
    {cell_type: 'markdown', source: ['# Kafka\n', '\n', '## What is a topic?']},
    {cell_type: 'raw', source: 'left out'},
    {cell_type: 'code', source: 'print("```")\r\n', outputs: [{text: 'left out'}]},
    {cell_type: 'code', source: []},
    {cell_type: 'markdown', source: 'A name.\n'}
  ]
}

test('fromNotebook() keeps Markdown and code and knows where each cell begins', () => {
  const result = fromNotebook(JSON.stringify(notebook))
  expect(result?.text).toBe('# Kafka\n\n## What is a topic?\n\n````python\nprint("```")\n````\n\nA name.\n\n')
  expect(result?.cellLines).toEqual([1, 5, 6, 9, 9])
  expect(result?.text.split('\n')[5]).toBe('print("```")')
})

test('fromNotebook() reads the older format with worksheets', () => {
  const old = {
    nbformat: 3,
    worksheets: [
      {
        cells: [
          {cell_type: 'code', input: ['a = 1']},
          {cell_type: 'markdown', source: 'Text'}
        ]
      }
    ]
  }
  expect(fromNotebook(JSON.stringify(old))?.text).toBe('```\na = 1\n```\n\nText\n\n')
})

test('fromNotebook() takes nothing else for a notebook', () => {
  for (const text of ['', '[]', '{"cells": {}}', '{"a": 1}', '# Markdown']) expect(fromNotebook(text)).toBe(undefined)
  expect(fromNotebook('{"cells": [null, 5, {"cell_type": "markdown"}]}')).toEqual({text: '\n\n', cellLines: [1]})
})
