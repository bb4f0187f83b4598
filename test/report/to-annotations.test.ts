import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {addProblem} from '../../src/report/problem.ts'
import {toAnnotations} from '../../src/report/to-annotations.ts'
import {toReport} from '../../src/report/to-report.ts'

function problems(): VFile {
  const file = new VFile({path: 'a,b.md'})
  addProblem(file, {
    severity: 'info',
    ruleId: 'long-answer',
    reason: 'Unexpected 90 %',
    place: {line: 3, column: 1},
    note: 'Cut it.\nHalf.'
  })
  addProblem(file, {severity: 'info', ruleId: 'long-answer', reason: 'Unexpected 80 %', place: {line: 1, column: 1}})
  addProblem(file, {severity: 'error', ruleId: 'missing-path', reason: 'Unexpected path', note: 'Correct it.'})
  return file
}

test('toAnnotations() writes commands of GitHub Actions, the worst of a kind with the number of its likes', () => {
  expect(toAnnotations([problems()])).toBe(
    '::notice file=a%2Cb.md,line=3,col=1,title=long-answer::Unexpected 90 %25 (1 of 2)%0ACut it.%0AHalf.\n::error file=a%2Cb.md,title=missing-path::Unexpected path%0ACorrect it.'
  )
})

test('toReport() gives a rule one line, and notes to what must be acted on', () => {
  expect(toReport([problems()])).toBe(
    [
      'a,b.md',
      '    error Unexpected path          missing-path cardpress',
      '  [note]:',
      '    Correct it.',
      '3:1 info  Unexpected 90 % (1 of 2) long-answer  cardpress',
      '',
      '2 messages (✖ 1 error)',
      '',
      '`--all` lists every one.'
    ].join('\n')
  )
})

test('toReport() lists all on demand', () => {
  expect(toReport([problems()], {all: true})).toBe(
    [
      'a,b.md',
      '    error Unexpected path missing-path cardpress',
      '  [note]:',
      '    Correct it.',
      '1:1 info  Unexpected 80 % long-answer  cardpress',
      '3:1 info  Unexpected 90 % long-answer  cardpress',
      '  [note]:',
      '    Cut it.',
      '    Half.',
      '',
      '3 messages (✖ 1 error)'
    ].join('\n')
  )
})
