import type {ElementContent} from 'hast'
import type {Highlighter} from './html-options.ts'

/** Code of a megabyte is not read by its colours, and highlighting takes time that grows with it. */
const longestCode = 50_000

/** Highlighting by lowlight's languages and the aliases they bring; loaded when asked for. */
export async function loadHighlighter(): Promise<Highlighter> {
  const {all, common, createLowlight} = await import('lowlight')
  const lowlight = createLowlight()
  const aliases = [common, all]
  // A grammar is built when it is registered, all of them in 70 ms: by name one is enough, aliases are known only to built ones.
  const isKnown = (language: string) => {
    const grammar = Object.hasOwn(all, language) ? all[language] : undefined
    if (lowlight.registered(language)) return true
    if (grammar) lowlight.register({[language]: grammar})
    while (!lowlight.registered(language) && aliases.length > 0) lowlight.register(aliases.shift() ?? {})
    return lowlight.registered(language)
  }
  return (code, language) => {
    if (language === '' || code.length > longestCode || !isKnown(language)) return undefined
    return lowlight.highlight(language, code).children as ElementContent[]
  }
}
