import {describe, expect, test} from 'vitest'
import {outlineOf, sourcesOf} from './support/outline.ts'

describe('front matter', () => {
  test('YAML stays as the first node, and lines count from the start of the file', () => {
    expect(outlineOf('---\ntitle: x\n---\n# A')).toBe('yaml "title: x"\nheading depth=1(text "A")')
    expect(sourcesOf('---\ntitle: x\n---\n# A', 'heading')).toEqual(['# A'])
  })

  test('TOML is kept out of the text', () => {
    expect(outlineOf('+++\ntitle = "x"\n+++\n\nA')).toBe('paragraph(text "A")')
  })

  test('prose between two rules at the start is prose', () => {
    expect(outlineOf('---\nNot settings, but words\n\n---\nA')).toBe(
      'thematicBreak\nparagraph(text "Not settings, but words")\nthematicBreak\nparagraph(text "A")'
    )
  })

  test.each(['---\n---\nA', '---\n# only a comment\n---\nA', '---\n"quoted": 1\n---\nA'])('%j begins with settings', (source) => {
    expect(outlineOf(source)).toMatch(/^yaml ".*"\nparagraph\(text "A"\)$/)
  })
})

describe('references', () => {
  test('links and images are resolved and definitions go', () => {
    expect(outlineOf('[a][b], ![c][b], [B]\n\n[b]: http://x.y "t"\n[b]: http://second')).toBe(
      'paragraph(link url="http://x.y" title="t"(text "a") text ", " image url="http://x.y" title="t" alt="c" text ", " link url="http://x.y" title="t"(text "B"))'
    )
  })

  test('footnotes stay', () => {
    expect(outlineOf('a[^1]\n\n[^1]: b')).toBe(
      'paragraph(text "a" footnoteReference identifier="1" label="1")\nfootnoteDefinition identifier="1" label="1"(paragraph(text "b"))'
    )
  })
})

describe('lists past a hundred', () => {
  test('four spaces continue an item whose number has three digits, as they do below 99', () => {
    expect(outlineOf('99. a\n\n    b\n\n100. c\n\n    d\n\n    - e\n\n101. f\n\n     g')).toBe(
      'list ordered=true start=99 spread=true(listItem spread=true(paragraph(text "a") paragraph(text "b")) listItem spread=true(paragraph(text "c") paragraph(text "d") list ordered=false(listItem(paragraph(text "e")))) listItem spread=true(paragraph(text "f") paragraph(text "g")))'
    )
  })

  test('five spaces keep their meaning: four more are code', () => {
    expect(outlineOf('100. a\n\n         b')).toBe('list ordered=true start=100(listItem spread=true(paragraph(text "a") code "b"))')
  })
})
