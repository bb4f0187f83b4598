import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {verapdfClassPath} from '../../support/judged-by.ts'

const vera = fileURLToPath(new URL('../verapdf/Vera.java', import.meta.url))

/** A bookmark: what it says and the page it leads to, from 1. */
export interface Bookmark {
  readonly title: string
  readonly page: number
  readonly depth: number
}

/** What veraPDF says of PDF/UA-1: a line a file, `PASS` or `FAIL` and the rules that failed. One start for all files. */
export function veraPdf(paths: readonly string[]): readonly string[] {
  const out = run('java', ['-cp', verapdfClassPath, vera, '--flavour', 'ua1', '--format', 'text', '-v', ...paths])
  return out.split('\n').filter((line) => line !== '')
}

/** Faults of the file's syntax; empty when qpdf finds none. */
export function qpdfFaults(path: string): string {
  return run('qpdf', ['--check', path])
    .split('\n')
    .filter((line) => /warning|error/i.test(line) && !/^(?:No syntax or stream encoding errors|errors that qpdf)/.test(line))
    .join('\n')
}

/** The whole file with its streams unpacked. */
export function unpackedText(path: string): string {
  return run('qpdf', ['--qdf', '--object-streams=disable', path, '-'], 'latin1')
}

/** `pdfinfo`, by its labels: `Tagged`, `Pages`, `Title`. */
export function pdfInfo(path: string): Readonly<Record<string, string>> {
  const lines = run('pdfinfo', ['-isodates', path]).split('\n')
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
}

/** Between two lines across a page, in mm from its head. */
export interface Band {
  readonly fromMm: number
  readonly toMm: number
}

const toPoints = (mm: number): number => Math.round((mm * 72) / 25.4)

/**
 * Text in the order in which it was written, a page an entry, white space as one space.
 *
 * @param body - Only what stands there.
 */
export function pagesOfText(path: string, body?: Band): readonly string[] {
  const crop = body ? ['-x', '0', '-W', '10000', '-y', `${toPoints(body.fromMm)}`, '-H', `${toPoints(body.toMm - body.fromMm)}`] : []
  return run('pdftotext', ['-raw', '-enc', 'UTF-8', ...crop, path, '-'])
    .split('\f')
    .map((page) => page.replace(/\s+/g, ' '))
}

/** Text as it is read, line by line: what runs from right to left has its letters in the order in which they are said. */
export function textAsRead(path: string): string {
  return run('pdftotext', ['-enc', 'UTF-8', path, '-'])
}

/** Text in the order of the tags, as a screen reader says it: without running heads. */
export function textInTagOrder(path: string): string {
  const lines = run('pdfinfo', ['-struct-text', '-enc', 'UTF-8', path]).split('\n')
  return lines.flatMap((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? []).join('\n')
}

/** Lines of text as they lie on the page. */
export function linesOfPage(path: string, page: number): readonly string[] {
  return run('pdftotext', ['-layout', '-f', `${page}`, '-l', `${page}`, '-enc', 'UTF-8', path, '-']).split('\n')
}

/** Fonts of a file by their names, without the prefix of a subset. */
export function fontsOf(path: string): readonly string[] {
  const names = [...unpackedText(path).matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/>]+)/g)].map(([, name = '']) => name)
  return [...new Set(names)].sort()
}

/** A word and where it lies, in points from the upper left corner of the page. */
export interface PlacedWord {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
}

/** Words that match, page by page. */
export function wordsOfPages(path: string, pattern: RegExp): readonly (readonly PlacedWord[])[] {
  const pages = run('pdftotext', ['-bbox', '-enc', 'UTF-8', path, '-']).split('</page>').slice(0, -1)
  return pages.map((page) =>
    [...page.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)"[^>]*>([^<]*)</g)]
      .map(([, left, top, right, text = '']) => ({text, left: Number(left), right: Number(right), top: Number(top)}))
      .filter(({text}) => pattern.test(text))
  )
}

/** What viewers call each page. */
export function pageLabels(path: string): readonly string[] {
  interface Range {
    readonly label: {readonly '/P'?: string}
  }
  const {pagelabels} = JSON.parse(run('qpdf', ['--json', '--json-key=pagelabels', path])) as {pagelabels: readonly Range[]}
  return pagelabels.map(({label}) => (label['/P'] ?? '').replace(/^u:/, ''))
}

/** All bookmarks in order. */
export function bookmarks(path: string): readonly Bookmark[] {
  interface Node {
    readonly title: string
    readonly destpageposfrom1: number
    readonly kids: readonly Node[]
  }
  const {outlines} = JSON.parse(run('qpdf', ['--json', '--json-key=outlines', path])) as {outlines: readonly Node[]}
  const flatten = (nodes: readonly Node[], depth: number): readonly Bookmark[] =>
    nodes.flatMap(({title, destpageposfrom1, kids}) => [{title, page: destpageposfrom1, depth}, ...flatten(kids, depth + 1)])
  return flatten(outlines, 0)
}

/** What a program prints. These judges use their exit code for their verdict, which stands in the text too. */
function run(command: string, args: readonly string[], encoding: BufferEncoding = 'utf8'): string {
  try {
    return execFileSync(command, args, {encoding, maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe']})
  } catch (error) {
    const {stdout, stderr} = error as {stdout?: string; stderr?: string}
    if (!stdout && !stderr) throw error
    return `${stdout ?? ''}${stderr ?? ''}`
  }
}
