import {fromHtml} from 'hast-util-from-html'
import {expect, test} from 'vitest'
import {toHtml} from '../../../../src/render/html/to-html.ts'
import {type Direction, languageDirection, textDirection} from '../../../../src/render/pdf/page/direction.ts'
import {markDirections} from '../../../../src/render/pdf/page/mark-directions.ts'
import {breakableWords, textWidth} from '../../../../src/render/pdf/page/text-width.ts'

function marked(html: string, base: Direction): string {
  return toHtml(markDirections(fromHtml(html, {fragment: true}), base))
}

test('languageDirection() knows languages, and scripts in their tags', () => {
  const tags = ['en', 'ar', 'AR-EG', 'he', 'fa', 'ur', 'ur-Latn', 'az-Arab', 'ja', 'arn', '']
  expect(tags.map(languageDirection)).toEqual(['ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'rtl', 'ltr', 'ltr', 'ltr'])
})

test('textDirection() counts words, whatever the first one is', () => {
  expect(textDirection('Kafka يخزّن الرسائل')).toBe('rtl')
  expect(textDirection('What does سلام mean?')).toBe('ltr')
  expect(textDirection('12 + 30 = 42')).toBeUndefined()
})

test('markDirections() marks only what runs another way than what it stands in, and never code', () => {
  expect(marked('<p>Plain.</p><ul><li>One</li></ul>', 'ltr')).toBe('<p>Plain.</p><ul><li>One</li></ul>')
  expect(marked('<p>سلام</p><p>Peace</p><p>42</p><pre><code>x = 1</code></pre>', 'rtl')).toBe(
    '<p>سلام</p><p dir="ltr">Peace</p><p>42</p><pre><code>x = 1</code></pre>'
  )
  expect(marked('<p>Peace</p><ul><li>سلام</li><li>שלום</li><li>pax</li></ul>', 'ltr')).toBe(
    '<p>Peace</p><ul dir="rtl"><li>سلام</li><li>שלום</li><li dir="ltr">pax</li></ul>'
  )
  expect(marked('<p><code>kafka-topics.sh</code> أداة</p>', 'rtl')).toBe('<p><code>kafka-topics.sh</code> أداة</p>')
})

test('textWidth() counts wide signs twice, and breakableWords() breaks Japanese between any two', () => {
  expect([textWidth('topic'), textWidth('トピック'), textWidth('한국어')]).toEqual([5, 8, 6])
  expect(breakableWords('最初の log-end 値')).toEqual(['最', '初', 'の', 'log', 'end', '値'])
})
