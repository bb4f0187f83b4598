import {gfm} from 'micromark-extension-gfm'
import type {Construct, Extension} from 'micromark-util-types'
import type {Passage} from './passage.ts'

const extension = gfm()
const text = Object.entries(extension.text ?? {}).flatMap(([code, constructs]) =>
  constructs ? [[code, [constructs].flat()] as const] : []
)

/** How an address begins that the construct of this name may find. */
const beginnings: ReadonlyMap<string | undefined, RegExp> = new Map([
  ['emailAutolink', /[\w.+-]+@[a-z\d]/iy],
  ['protocolAutolink', /https?:\/\//iy],
  ['wwwAutolink', /www\./iy]
])

/**
 * GitHub's extensions, asked for a bare address only where one begins. Theirs tries an e-mail address at each word and for that looks
 * for open brackets back through the paragraph: a sixth of the time of a usual file, and quadratic in a paragraph with a stray `[`.
 */
export function quickAutolinks({text: source, start}: Passage): Extension {
  const quick = (construct: Construct): Construct => {
    const beginning = beginnings.get(construct.name)
    if (!beginning) return construct
    return {
      ...construct,
      tokenize(effects, ok, nok) {
        beginning.lastIndex = start + this.now().offset
        const may = construct.previous?.call(this, this.previous) !== false && beginning.test(source)
        return may ? construct.tokenize.call(this, effects, ok, nok) : nok
      }
    }
  }
  return {...extension, text: Object.fromEntries(text.map(([code, constructs]) => [code, constructs.map(quick)]))}
}
