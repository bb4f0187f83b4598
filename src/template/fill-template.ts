import type {Liquid} from 'liquidjs'
import {CliError} from '../report/cli-error.ts'

const engines = new Map<string, Promise<Liquid>>()

/**
 * Fills a Liquid template. Values are escaped for HTML unless they go through `raw`; an unknown field or filter is an error and
 * not an empty place. A template sees the data and nothing else: it cannot read files or include others.
 *
 * @param path - Of the template, for messages.
 * @throws CliError with path and line.
 */
export async function fillTemplate(path: string, text: string, data: object): Promise<string> {
  const engine = await engineFor(path, text)
  try {
    return await engine.renderFile(path, data)
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
  return new Liquid({
    templates: {[path]: text},
    outputEscape: 'escape',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    relativeReference: false,
    trimTagLeft: false
  })
}

/** `undefined variable: guide.titel, file:/x/page.html, line:3, col:4` becomes `templates/pdf/guide/page.html:3:4 undefined variable: guide.titel`. */
function toCliError(path: string, error: unknown): CliError {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  const [, reason = first, line, column] = /^(.*?)(?:, file:.*?)?, line:(\d+), col:(\d+)/.exec(first) ?? []
  return new CliError(`${path}${line ? `:${line}:${column}` : ''} ${reason}`, 1, {cause: error})
}
