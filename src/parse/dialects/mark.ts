import {classifyCharacter} from 'micromark-util-classify-character'
import {resolveAll} from 'micromark-util-resolve-all'
import type {Code, Construct, Event, Resolver, State, Token, Tokenizer} from 'micromark-util-types'
import type {Dialect} from './dialect.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    highlight: 'highlight'
    highlightText: 'highlightText'
    highlightSequence: 'highlightSequence'
  }
}

const equals = 61
const whitespace = 1

/** Between letters of code (`a==b`) it is a comparison; scripts without spaces between words may mark inside of a line. */
function borders(code: Code): boolean {
  return classifyCharacter(code) !== undefined || (code ?? 0) > 127
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  const {previous} = this
  let size = 0
  const start: State = (code) => {
    if (previous === equals) return nok(code)
    effects.enter('highlightSequence')
    return more(code)
  }
  const more: State = (code) => {
    if (code === equals) {
      size++
      effects.consume(code)
      return more
    }
    if (size !== 2) return nok(code)
    const token = effects.exit('highlightSequence')
    token._open = classifyCharacter(code) !== whitespace && borders(previous)
    token._close = classifyCharacter(previous) !== whitespace && borders(code)
    return token._open || token._close ? ok(code) : nok(code)
  }
  return start
}

/** Pairs each closing sequence with the nearest opening one; the rest is text. */
const resolve: Resolver = (events, context) => {
  const resolved: Event[] = []
  let opening = -1
  for (const event of events) {
    const [kind, token] = event
    if (kind === 'exit' && isLoose(token) && token._close && opening >= 0 && resolved[opening]?.[1] !== token) {
      const close = resolved.pop()?.[1] ?? token
      const [, open, ...inside] = resolved.splice(opening)
      if (open) resolved.push(...span(open[1], inside, close, context))
      opening = -1
    } else {
      if (kind === 'enter' && isLoose(token) && token._open && !(token._close && opening >= 0)) opening = resolved.length
      resolved.push(event)
    }
  }
  for (const [index, event] of resolved.entries()) {
    if (isLoose(event[1])) event[1].type = 'data'
    events[index] = event // In place: the tokenizer keeps hold of its list.
  }
  events.length = resolved.length // Pieces of text inside of a mark become one, more than the mark adds.
  return events
}

function isLoose({type, _balanced}: Token): boolean {
  return type === 'highlightSequence' && !_balanced
}

function span(open: Token, inside: Event[], close: Token, context: Event[2]): Event[] {
  const highlight: Token = {type: 'highlight', start: {...open.start}, end: {...close.end}}
  const text: Token = {type: 'highlightText', start: {...open.end}, end: {...close.start}}
  for (const token of [open, close]) token._balanced = true
  return [
    ['enter', highlight, context],
    ['enter', open, context],
    ['exit', open, context],
    ['enter', text, context],
    ...resolveAll(context.parser.constructs.insideSpan.null ?? [], inside, context),
    ['exit', text, context],
    ['enter', close, context],
    ['exit', close, context],
    ['exit', highlight, context]
  ]
}

const construct: Construct = {name: 'highlight', tokenize, resolveAll: resolve}

/** Highlighted text, `==so==`, as Obsidian and others write it; `a == b` and `a==b` are no marks. */
export const mark: Dialect = {
  tokenizer: {text: {[equals]: construct}, insideSpan: {null: [construct]}, attentionMarkers: {null: [equals]}},
  tree: {
    canContainEols: ['mark'],
    enter: {
      highlight(token) {
        this.enter({type: 'mark', children: []}, token)
      }
    },
    exit: {
      highlight(token) {
        this.exit(token)
      }
    }
  }
}
