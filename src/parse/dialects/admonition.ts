import {blankLine} from 'micromark-core-commonmark'
import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding} from 'micromark-util-character'
import type {Construct, Exiter, State, Tokenizer} from 'micromark-util-types'
import type {Passage} from '../passage.ts'
import type {Dialect} from './dialect.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    admonition: 'admonition'
    admonitionHead: 'admonitionHead'
    admonitionIndent: 'admonitionIndent'
  }
}

const exclamation = 33
const question = 63
const head = /^(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+(?:inline|end))*(?:[ \t]+"([^"\r\n]*)")?[ \t]*(?=[\r\n]|$)/
const body = /^(?:\r\n|\n|\r)(?:[ \t>]*(?:\r\n|\n|\r)){0,3}[ \t>]*(?: {4}|\t)[ \t]*\S/

/** Admonitions of MkDocs: `!!! note "Title"` (folded: `???`), their body indented by four. Without a body it is an excited paragraph. */
export function admonition(passage: Passage): Dialect {
  const {text} = passage
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const offset = passage.start + this.now().offset
    const length = head.exec(text.slice(offset, offset + 500))?.[0].length ?? 0
    const follows = length > 0 && !this.interrupt && body.test(text.slice(offset + length, offset + length + 500))
    const inside: State = (code) => {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('admonitionHead')
        return ok(code)
      }
      effects.consume(code)
      return inside
    }
    const start: State = (code) => {
      effects.enter('admonition')._container = true
      effects.enter('admonitionHead')
      return inside(code)
    }
    return follows ? start : nok
  }
  const construct: Construct = {name: 'admonition', tokenize, continuation: {tokenize: tokenizeContinuation}, exit}
  return {tokenizer: {document: {[exclamation]: construct, [question]: construct}}, tree}
}

const tokenizeContinuation: Tokenizer = (effects, ok, nok) => effects.check(blankLine, ok, effects.attempt(indent, ok, nok))

const indent: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const isIndented: State = (code) => {
      const tail = this.events.at(-1)
      const isWhole = tail?.[1].type === 'admonitionIndent' && tail[2].sliceSerialize(tail[1], true).length === 4
      return isWhole ? ok(code) : nok(code)
    }
    return factorySpace(effects, isIndented, 'admonitionIndent', 5)
  }
}

const exit: Exiter = (effects) => {
  effects.exit('admonition')
}

const tree: Dialect['tree'] = {
  enter: {
    admonition(token) {
      this.enter({type: 'blockquote', children: []}, token)
    },
    admonitionHead(token) {
      const [, kind = '', title] = head.exec(this.sliceSerialize(token)) ?? []
      const node = this.stack.at(-1)
      if (node?.type === 'blockquote') node.data = {alert: kind.toLowerCase(), ...(title && {title})}
    }
  },
  exit: {
    admonition(token) {
      this.exit(token)
    }
  }
}
