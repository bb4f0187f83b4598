import type {FilterImplOptions, Liquid} from 'liquidjs'
import {CliError} from '../report/cli-error.ts'

const engines = new Map<string, Promise<Liquid>>()

/**
 * What a template may use up before it is called off. Ours take a hundredth of it for 2,000 questions; one from a stranger may loop
 * for ever. The size is in characters and list entries, as Liquid counts them.
 */
const LIMITS = {parseLimit: 2_000_000, renderLimit: 60_000, memoryLimit: 300_000_000} as const

/**
 * Fills a Liquid template. Values are escaped for HTML unless they go through `raw`; an unknown field or filter is an error and
 * not an empty place. A template sees the data and nothing else: it cannot read files, tell the time or throw dice.
 *
 * @param path - Of the template, for messages.
 * @throws CliError with path and line.
 */
export async function fillTemplate(path: string, text: string, data: object): Promise<string> {
  try {
    const engine = await engineFor(path, text)
    return engine.renderFileSync(path, data) // With a promise for each tag it takes twice as long.
  } catch (error) {
    throw toCliError(path, error)
  }
}

/** Parsed once: contents are filled in by filling the page again. */
function engineFor(path: string, text: string): Promise<Liquid> {
  const key = `${path}\n${text}`
  const made = engines.get(key) ?? createEngine(path, text)
  engines.set(key, made)
  return made
}

async function createEngine(path: string, text: string): Promise<Liquid> {
  const {Liquid} = await import('liquidjs')
  // Templates in memory: the engine has no file system to reach, whatever a template asks for.
  const engine = new Liquid({
    ...LIMITS,
    templates: {[path]: text},
    outputEscape: 'escape',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    relativeReference: false,
    trimTagLeft: false,
    timezoneOffset: 0,
    locale: 'en-US'
  })
  engine.unregisterFilter('sample') // At random: the same notes would not make the same file.
  for (const name of Object.keys(engine.filters).filter((filter) => /^date(?:_|$)/.test(filter)))
    engine.registerFilter(name, withoutClock(engine.filters[name]))
  return engine
}

/** A filter for dates that takes days and seconds since 1970: `now` would be another each time, an hour without a zone another elsewhere. */
function withoutClock(filter: FilterImplOptions | undefined): FilterImplOptions {
  if (typeof filter !== 'function') throw new TypeError('Expected a filter for dates to be a function')
  return function (value, ...rest) {
    if (!/^(?:\d+|\d{4}-\d{2}-\d{2})$/.test(String(value)))
      throw new RangeError(`unexpected date: ${value}, expected one such as 2026-11-23`)
    return filter.call(this, value, ...rest)
  }
}

/** `undefined variable: guide.titel, file:/x/page.html, line:3, col:4` becomes `templates/pdf/guide/page.html:3:4 undefined variable: guide.titel`. */
function toCliError(path: string, error: unknown): CliError {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  const [, reason = first, line, column] = /^(.*?)(?:, file:.*?)?, line:(\d+), col:(\d+)/.exec(first) ?? []
  return new CliError(`${path}${line ? `:${line}:${column}` : ''} ${reason}`, 1, {cause: error})
}
