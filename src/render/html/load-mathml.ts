import type {Element, ElementContent} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import type {MathRenderer} from './html-options.ts'

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
    return undefined
  })
  return found
}
