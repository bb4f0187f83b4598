import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {reportDuplicateIds} from '../../src/pipeline/report-duplicate-ids.ts'
import {candidate} from '../support/candidate.ts'

const at = (line: number, id?: string) => ({
  ...candidate({question: 'Why?', ...(id !== undefined && {id})}),
  position: {start: {line, column: 1}, end: {line, column: 5}}
})

test('an id that stands twice is an error with both places', () => {
  const file = new VFile({path: 'kafka.md'})
  reportDuplicateIds([at(3, 'topic'), at(5), at(7, 'broker'), at(9), at(11, 'topic')], file)
  expect(file.messages.map(({name, reason, ruleId, fatal, cause}) => ({name, reason, ruleId, fatal, cause: String(cause)}))).toEqual([
    {
      name: 'kafka.md:11:1-11:5',
      reason: 'Unexpected id `topic` that the question in line 3 has too, expected one of its own',
      ruleId: 'duplicate-id',
      fatal: true,
      cause: '3:1-3:5: First used here'
    }
  ])
})
