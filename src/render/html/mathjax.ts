import type {ElementContent} from 'hast'
import type {MathRenderer} from './html-options.ts'

/** Commands by which a formula could load, run or restyle something in MathJax; such a formula is shown as its source. */
const unsafe = /\\(?:href|url|require|cssId|class|style|data|bbox|includegraphics|mmlToken|csname|unicode|special|html\w*)(?![A-Za-z])/

/**
 * Math as the text that Anki's MathJax looks for: `\(..\)` and `\[..\]`, on one line because MathJax stops at elements and lines are no
 * part of TeX but for comments.
 */
export const mathjax: MathRenderer = (tex, display) => {
  const line = tex
    .replace(/(?<!\\)%.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (unsafe.test(line) || /\\[()[\]]/.test(line.replace(/\\\\/g, ''))) return [asSource(tex)]
  const value = display ? `\\[${line}\\]` : `\\(${line}\\)`
  const className = display ? ['math', 'math-display'] : ['math', 'math-inline']
  return [{type: 'element', tagName: display ? 'div' : 'span', properties: {className}, children: [{type: 'text', value}]}]
}

/** A formula that cannot be set, as code. */
function asSource(tex: string): ElementContent {
  return {type: 'element', tagName: 'code', properties: {}, children: [{type: 'text', value: tex}]}
}
