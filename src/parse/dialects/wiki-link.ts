import type {Image} from 'mdast'
import {markdownLineEnding} from 'micromark-util-character'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import type {Construct, State, Tokenizer} from 'micromark-util-types'
import type {Dialect} from './dialect.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink'
  }
}

const exclamation = 33
const leftBracket = 91
const rightBracket = 93
const leftParen = 40
const maxLength = 1000

/** Pictures and sounds. */
const media = /\.(?:png|jpe?g|gif|webp|svg|bmp|avif|mp3|ogg|wav|flac|m4a)$/i
/** Arrays (`[[1, 2]]`) and shell tests (`[[ -f x ]]`) are not pages. */
const noPage = /^[\s\d,.'"-]*$|^\s|\s$/

const tokenize: Tokenizer = function (effects, ok, nok) {
  const {parser} = this
  let brackets = 0
  let length = 0
  const start: State = (code) => {
    effects.enter('wikiLink')
    return code === exclamation ? mark(code) : open(code)
  }
  const mark: State = (code) => {
    effects.consume(code)
    return open
  }
  const open: State = (code) => {
    if (code !== leftBracket) return nok(code)
    effects.consume(code)
    return ++brackets === 2 ? inside : open
  }
  const inside: State = (code) => {
    if (code === null || code === leftBracket || markdownLineEnding(code) || length++ > maxLength) return nok(code)
    effects.consume(code)
    return code === rightBracket ? close : inside
  }
  const close: State = (code) => {
    if (code !== rightBracket) return nok(code)
    effects.consume(code)
    return after
  }
  const after: State = (code) => {
    if (code === leftParen || code === leftBracket) return nok(code) // `[[a]](b)` is a link with brackets in its text.
    const content = this.sliceSerialize(effects.exit('wikiLink')).replace(/^!?\[\[|\]\]$/g, '')
    return noPage.test(content) || parser.defined.includes(normalizeIdentifier(content)) ? nok(code) : ok(code)
  }
  return start
}

const construct: Construct = {name: 'wikiLink', tokenize}

/** Links between notes, `[[Page#Part|text]]`, and embedded pictures and sounds, `![[picture.png|200]]`. An embedded note becomes a link to it. */
export const wikiLink: Dialect = {
  tokenizer: {text: {[leftBracket]: construct, [exclamation]: construct}},
  tree: {
    enter: {
      wikiLink(token) {
        const source = this.sliceSerialize(token)
        const [url = '', ...labels] = source.replace(/^!?\[\[|\]\]$/g, '').split(/\\?\|/)
        const label = labels.join('|').trim()
        if (source.startsWith('!') && media.test(url)) this.enter(toImage(url, label), token)
        else {
          this.enter({type: 'link', url, title: null, children: []}, token)
          this.enter({type: 'text', value: label || url}, token)
          this.exit(token)
        }
      }
    },
    exit: {
      wikiLink(token) {
        this.exit(token)
      }
    }
  }
}

function toImage(url: string, label: string): Image {
  const size = /^(\d+)(?:x(\d+))?$/.exec(label)
  const [, width, height] = size ?? []
  const hints = size ? {data: {hProperties: {width, ...(height && {height})}}} : {}
  return {type: 'image', url, title: null, alt: (!size && label) || url.replace(/^.*\//, ''), ...hints}
}
