import type {ElementContent} from 'hast'
import type {Highlighter} from './html-options.ts'

/** Code of a megabyte is not read by its colours, and highlighting takes time that grows with it. */
const longestCode = 50_000

/** Highlighting by lowlight's common languages and the aliases they bring; loaded when asked for, because it takes 60 ms. */
export async function loadHighlighter(): Promise<Highlighter> {
  const {common, createLowlight} = await import('lowlight')
  const lowlight = createLowlight(common)
  return (code, language) => {
    if (code.length > longestCode || !lowlight.registered(language)) return undefined
    return lowlight.highlight(language, code).children as ElementContent[]
  }
}
