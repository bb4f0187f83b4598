import {expect, test} from 'vitest'
import {checkTemplate} from '../../../src/render/anki/check-template.ts'
import {clozeNotetype, questionNotetype} from '../../../src/render/anki/notetype.ts'

const fields = questionNotetype.fields.map(({name}) => name).join(', ')

test.for<[string, 'front' | 'back', string, string]>([
  ['front', 'front', '<p>\n  {{Frage}}', `mine/qa/front.html:2:3 Unexpected field \`Frage\`, expected ${fields}`],
  ['front', 'front', '{{FrontSide}}', `mine/qa/front.html:1:1 Unexpected field \`FrontSide\`, expected ${fields}`],
  ['front', 'front', '{{Question', 'mine/qa/front.html:1:1 Unexpected `{{` without an end, expected `}}` after it'],
  [
    'front',
    'front',
    '{{#Label}}{{Question}}',
    'mine/qa/front.html:1:1 Unexpected `{{#Label}}` without an end, expected `{{/Label}}` after it'
  ],
  ['front', 'front', '{{#Label}}{{Question}}{{/Source}}', 'mine/qa/front.html:1:23 Unexpected `{{/Source}}`, expected `{{/Label}}`'],
  ['front', 'front', '{{Question}}{{/Label}}', 'mine/qa/front.html:1:13 Unexpected `{{/Label}}`, expected no end without a beginning'],
  [
    'back',
    'back',
    '{{loud:Answer}}',
    'mine/qa/back.html:1:1 Unexpected filter `loud`, expected one that Anki has, such as `text` or `hint`'
  ],
  [
    'back',
    'back',
    '{{cloze:Answer}}',
    'mine/qa/back.html:1:1 Unexpected filter `cloze` in a template of questions, expected it in `cloze` only'
  ],
  [
    'front',
    'front',
    '<p>Why?<!-- {{Question}} -->{{Deck}}',
    'mine/qa/front.html:1:1 Unexpected front without a field, expected one that asks, such as `{{Question}}`'
  ],
  [
    'reverse-front',
    'front',
    '{{Answer}}',
    'mine/qa/reverse-front.html:1:1 Unexpected words outside of `{{#Reverse}}`, expected all between it and `{{/Reverse}}`'
  ],
  [
    'reverse-front',
    'front',
    '{{#Reverse}}{{Answer}}{{/Reverse}}?',
    'mine/qa/reverse-front.html:1:1 Unexpected words outside of `{{#Reverse}}`, expected all between it and `{{/Reverse}}`'
  ]
])('checkTemplate() refuses %s: %s', ([name, side, text, message]) => {
  expect(() => checkTemplate(text, `mine/qa/${name}.html`, questionNotetype, side, name)).toThrow(message)
})

test('checkTemplate() wants gaps on both sides of cloze cards', () => {
  expect(() => checkTemplate('{{Text}}', 'mine/cloze/back.html', clozeNotetype, 'back', 'back')).toThrow(
    'mine/cloze/back.html:1:1 Unexpected template without a gap, expected `{{cloze:Text}}` in it'
  )
})

test.for<[string, 'front' | 'back', string]>([
  ['front', 'front', '{{#Label}}{{^Source}}{{ Question }}{{/Source}}{{/Label}}{{Question}}'],
  ['back', 'back', '{{FrontSide}}<hr id="answer">{{text:Answer}}{{hint:Explanation}}{{tts en_US:Answer}}{{Tags}} {{Deck}}'],
  ['front', 'front', '<!-- {{Anything}} -->{{type:nc:Answer}}{{Question}}'],
  ['reverse-front', 'front', ' {{#Reverse}}<p>{{Answer}}</p>{{#Label}}x{{/Label}}{{/Reverse}}\n']
])('checkTemplate() takes %s: %s', ([name, side, text]) => {
  checkTemplate(text, 'x', questionNotetype, side, name)
})
