import {expect, test} from 'vitest'
import {languageOfText} from '../../src/guide/language-of-text.ts'

test('languageOfText() tells languages by their letters, and nothing of what the Latin alphabet is for', () => {
  const texts = {
    he: 'מהו commit ולמה?',
    ar: 'ما هو الموضوع في Kafka؟',
    fa: 'پرسش دربارهٔ Git چیست؟',
    ur: 'کیا یہ ٹھیک ہے؟',
    ja: 'トピックとは何ですか？ See `log.retention` of Kafka.',
    zh: '什么是 topic？ 日志。',
    ko: '토픽이란 무엇인가?',
    th: 'หัวข้อคืออะไร',
    ru: 'Что такое топик и как его создать, если он был удалён?',
    uk: 'Що таке топік і навіщо він?'
  }
  expect(Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, languageOfText(text)]))).toEqual(
    Object.fromEntries(Object.keys(texts).map((lang) => [lang, lang]))
  )
  expect(['What is a topic?', 'שלום peace', 'Was heißt 漢字?', 'Какво е това?', '12 + 30', ''].map(languageOfText)).toEqual(
    Array(6).fill(undefined)
  )
})
