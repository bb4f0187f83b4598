import {describe, expect, test} from 'vitest'
import {outlineOf, sourcesOf} from './support/outline.ts'

describe('alerts', () => {
  test.each([
    ['> [!NOTE]\n> a *b*', 'blockquote data={"alert":"note"}(paragraph(text "a " emphasis(text "b")))'],
    [
      '> [!tip]- A **title**\n>\n> - a',
      'blockquote data={"alert":"tip","title":"A title"}(list ordered=false(listItem(paragraph(text "a"))))'
    ],
    ['> [!warning] only', 'blockquote data={"alert":"warning","title":"only"}()'],
    ['> a\n> [!NOTE]', 'blockquote(paragraph(text "a\\n[!NOTE]"))'],
    ['[!NOTE]', 'paragraph(text "[!NOTE]")']
  ])('%j', (markdown, expected) => {
    expect(outlineOf(markdown)).toBe(expected)
  })

  test('places of the text behind the marker are those of the file', () => {
    expect(sourcesOf('- > [!NOTE]\n  > a\n  > b', 'paragraph')).toEqual(['a\n  > b'])
  })
})

describe('admonitions', () => {
  test.each([
    [
      '!!! note "T"\n    a\n\n    - b\n\nc',
      'blockquote data={"alert":"note","title":"T"}(paragraph(text "a") list ordered=false(listItem(paragraph(text "b"))))\nparagraph(text "c")'
    ],
    ['??? tip\n\n    a\n# b', 'blockquote data={"alert":"tip"}(paragraph(text "a"))\nheading depth=1(text "b")'],
    ['- !!! note\n      a', 'list ordered=false(listItem spread=true(blockquote data={"alert":"note"}(paragraph(text "a"))))'],
    ['!!! wow', 'paragraph(text "!!! wow")'],
    ['!!! this is great\n    news', 'paragraph(text "!!! this is great\\nnews")'],
    ['a\n!!! note\n    b', 'paragraph(text "a\\n!!! note\\nb")']
  ])('%j', (markdown, expected) => {
    expect(outlineOf(markdown)).toBe(expected)
  })
})

describe('colon fences', () => {
  test.each([
    [':::note Title\n- a\n:::', 'blockquote data={"alert":"note","title":"Title"}(list ordered=false(listItem(paragraph(text "a"))))'],
    ['::: {.warning}\n\na\n\n:::', 'blockquote data={"alert":"warning"}(paragraph(text "a"))'],
    [':::tip[A b]{#c}\na\n:::', 'blockquote data={"alert":"tip","title":"A b"}(paragraph(text "a"))'],
    ['::::a\n:::b\nc\n:::\n::::', 'blockquote data={"alert":"a"}(blockquote data={"alert":"b"}(paragraph(text "c")))'],
    [':::\na\n:::never\nb', 'paragraph(text ":::")\nparagraph(text "a")\nparagraph(text ":::never")\nparagraph(text "b")'],
    ['a ::: b', 'paragraph(text "a ::: b")']
  ])('%j', (markdown, expected) => {
    expect(outlineOf(markdown)).toBe(expected)
  })
})

describe('wiki links', () => {
  test.each([
    ['[[Page]]', 'link url="Page"(text "Page")'],
    ['[[Page#Part|the *text*]]', 'link url="Page#Part"(text "the *text*")'],
    ['![[dir/x.png]]', 'image url="dir/x.png" alt="x.png"'],
    ['![[x.png|100x20]]', 'image url="x.png" alt="x.png" data={"hProperties":{"width":"100","height":"20"}}'],
    ['![[x.png|a cat]]', 'image url="x.png" alt="a cat"'],
    ['![[say it.mp3]]', 'image url="say it.mp3" alt="say it.mp3"'],
    ['![[Note]]', 'link url="Note"(text "Note")'],
    ['`[[a]]`', 'inlineCode "[[a]]"'],
    ['[[1, 2]]', 'text "[[1, 2]]"'],
    ['[[ -f x ]]', 'text "[[ -f x ]]"'],
    ['[[a]](b)', 'link url="b"(text "[a]")'],
    ['[[a\nb]]', 'text "[[a\\nb]]"']
  ])('%j', (markdown, expected) => {
    expect(outlineOf(markdown)).toBe(`paragraph(${expected})`)
  })

  test('a pipe in a table is escaped, and a defined reference stays one', () => {
    expect(outlineOf('| [[b\\|c]] |\n|--|')).toBe('table align=[null](tableRow(tableCell(link url="b"(text "c"))))')
    expect(outlineOf('[[a]]\n\n[a]: b')).toBe('paragraph(text "[" link url="b"(text "a") text "]")')
  })
})

describe('marks', () => {
  test.each([
    ['==a *b*==', 'mark(text "a " emphasis(text "b"))'],
    ['**a ==b==**', 'strong(text "a " mark(text "b"))'],
    ['==a== ==b==', 'mark(text "a") text " " mark(text "b")'],
    ['这是==重点==文字', 'text "这是" mark(text "重点") text "文字"'],
    ['**x ==y** z==', 'strong(text "x ==y") text " z=="'],
    ['a == b == c', 'text "a == b == c"'],
    ['[==t[#[==[](a)', 'text "[" mark(text "t[#[") link url="a"()'],
    ['a==b and c==d', 'text "a==b and c==d"'],
    ['===a===', 'text "===a==="'],
    ['`==a==`', 'inlineCode "==a=="'],
    ['==a\nb==', 'mark(text "a\\nb")']
  ])('%j', (markdown, expected) => {
    expect(outlineOf(markdown)).toBe(`paragraph(${expected})`)
  })
})
