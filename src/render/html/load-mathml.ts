import type {Element, ElementContent} from 'hast'
import {toText} from 'hast-util-to-text'
import {SKIP, visit} from 'unist-util-visit'
import type {MathRenderer} from './html-options.ts'
import {mathLetters} from './math-letters.ts'

/** Math as MathML by KaTeX, for media that run no script; loaded when asked for. What KaTeX cannot read is shown as its source. */
export async function loadMathml(): Promise<MathRenderer> {
  const [{default: katex}, {fromHtml}] = await Promise.all([import('katex'), import('hast-util-from-html')])
  return (tex, display) => {
    const className = display ? ['math', 'math-display'] : ['math', 'math-inline']
    const shell: Element = {type: 'element', tagName: display ? 'div' : 'span', properties: {className}, children: []}
    try {
      const html = katex.renderToString(tex, {
        output: 'mathml',
        displayMode: display,
        strict: 'ignore',
        trust: false,
        maxSize: 20,
        maxExpand: 500
      })
      shell.children = mathOf(fromHtml(html, {fragment: true}).children as ElementContent[])
    } catch {
      shell.children = [{type: 'element', tagName: 'code', properties: {}, children: [{type: 'text', value: tex}]}]
    }
    return [shell]
  }
}

/** The `math` element without KaTeX's wrapper and without the TeX source that readers of the text layer would meet twice. */
function mathOf(nodes: ElementContent[]): ElementContent[] {
  const found: ElementContent[] = []
  visit({type: 'root', children: nodes}, 'element', (element, index, parent) => {
    if (element.tagName === 'annotation' && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (element.tagName === 'math') found.push(element)
    setAlphabet(element)
    setLines(element)
    // KaTeX sets what stands below an operator inside of its name; there it would be printed beside it.
    if (/^m[ion]$/.test(element.tagName) && element.children.some(({type}) => type === 'element')) element.tagName = 'mrow'
    return undefined
  })
  return found
}

/** Classes for the forms of `menclose` that KaTeX writes. */
const ENCLOSED: Readonly<Record<string, string>> = {
  box: 'boxed',
  updiagonalstrike: 'struck-up',
  downdiagonalstrike: 'struck-down',
  'updiagonalstrike downdiagonalstrike': 'struck-both',
  horizontalstrike: 'struck'
}

/**
 * Bars across several letters, frames and strokes become borders and backgrounds: Chromium stretches no bar that the font does not, and
 * has no `menclose`.
 */
function setLines(element: Element): void {
  const [base, bar] = element.children
  const isBar = bar?.type === 'element' && bar.tagName === 'mo' && bar.properties.stretchy === 'true' && toText(bar) === '\u203e'
  const line = {mover: isBar && 'overline', munder: isBar && 'underline', menclose: ENCLOSED[String(element.properties.notation)]}[
    element.tagName
  ]
  if (!line || !base) return
  element.tagName = 'mrow'
  element.properties = {className: [line]}
  element.children = element.children.filter((child) => child !== bar)
}

function setAlphabet({properties, children}: Element): void {
  const {mathVariant, mathvariant = mathVariant} = properties
  if (typeof mathvariant !== 'string') return
  const [only] = children
  const letters = only?.type === 'text' ? mathLetters(only.value, mathvariant) : undefined
  if (letters === undefined || only?.type !== 'text') return
  only.value = letters
  delete properties.mathvariant
  delete properties.mathVariant
}
