import type {Element, ElementContent, Root} from 'hast'
import {toText} from 'hast-util-to-text'
import {visit} from 'unist-util-visit'
import {drawingAttributes, drawingElements, notDrawn} from './drawing-elements.ts'
import {isLocalCss} from './is-local-css.ts'

/** A picture without anything that runs, loads or leads elsewhere. */
export interface SafeSvg {
  /** A file of its own: with namespaces and a size in CSS pixels. */
  readonly svg: string
  /** What was taken out that somebody could miss, such as `script` and `onload`, each once. */
  readonly lost: readonly string[]
  /** What it says of itself, else the words in it. */
  readonly description: string
  readonly widthPx: number
  readonly heightPx: number
}

/** Deeper elements are dropped: nobody draws so, and trees are walked by recursion. */
const maxDepth = 100
/** What browsers take for a picture that says nothing of its size (CSS 2, 10.3.2). */
const usualSize = [300, 150] as const
const raster = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]*$/i

/**
 * Makes the text of an `<svg>` element safe to be shown as a picture, whoever wrote it; undefined where no such element is in it.
 * Read as HTML reads it, so that it may stand in Markdown; written as XML.
 */
export async function sanitiseSvg(text: string): Promise<SafeSvg | undefined> {
  const [{fromHtml}, {toHtml}] = await Promise.all([import('hast-util-from-html'), import('hast-util-to-html')])
  const root = read(text, fromHtml)
  if (!root) return undefined
  const lost = new Set<string>()
  keepSafe(root, lost, 0)
  dropNestedUses(root, lost)
  const [widthPx, heightPx] = settleSize(root)
  const description = describe(root)
  const xml = toHtml(root, {space: 'svg', closeEmptyElements: true})
  return {svg: toXml(xml), lost: [...lost].sort(), description, widthPx, heightPx}
}

/** The parser walks by recursion and gives up some thousand elements deep, where there is nothing to be seen either. */
function read(text: string, fromHtml: (text: string, options: {fragment: true}) => Root): Element | undefined {
  try {
    const tree = fromHtml(text, {fragment: true})
    return tree.children.find((node) => node.type === 'element' && node.tagName === 'svg') as Element | undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function keepSafe(element: Element, lost: Set<string>, depth: number): void {
  element.properties = safeProperties(element, lost)
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child]
    if (child.type !== 'element' || notDrawn(child.tagName)) return []
    if (child.tagName === 'style' && isLocalCss(toText(child, {whitespace: 'pre'}))) return [{...child, properties: {}}]
    if (child.tagName !== 'a' && (!drawingElements.has(child.tagName) || depth > maxDepth)) {
      if (element.tagName !== 'switch') lost.add(child.tagName) // Another of its choices is shown.
      return []
    }
    keepSafe(child, lost, depth + 1)
    // A picture leads nowhere; what its links show stays.
    return child.tagName === 'a' ? [{...child, tagName: 'g', properties: {}}] : [child]
  })
}

function safeProperties({tagName, properties}: Element, lost: Set<string>): Element['properties'] {
  const kept: Element['properties'] = {}
  for (const [name, value] of Object.entries(properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    if (/^(?:xmlns|xml[A-Z])|:/.test(name)) continue // Nothing of it is seen.
    if (tagName === 'a') continue
    if (isSafe(tagName, name, text)) kept[name] = isGeometry(name) && typeof value === 'string' ? rounded(value) : (value ?? null)
    else lost.add(/^on[A-Z]/.test(name) ? name.toLowerCase() : name === 'xLinkHref' ? 'href' : name)
  }
  return kept
}

function isSafe(tagName: string, name: string, value: string): boolean {
  if (name === 'href' || name === 'xLinkHref') return /^\s*#/.test(value) || (tagName === 'image' && raster.test(value))
  if (!drawingAttributes.has(name.toLowerCase()) && !/^(?:data|aria)[A-Z]|^role$/.test(name)) return false
  return isLocalCss(value)
}

/** One that shows another one grows with each step: a few lines would draw for hours. */
function dropNestedUses(root: Element, lost: Set<string>): void {
  const using = new Set<string>()
  mark(root, [])
  visit(root, 'element', (element, index, parent) => {
    const target = element.tagName === 'use' ? targetOf(element) : undefined
    if (target === undefined || !using.has(target) || !parent || index === undefined) return undefined
    lost.add('use')
    parent.children.splice(index, 1)
    return index
  })

  function mark(element: Element, ids: readonly string[]): void {
    const {id} = element.properties
    const around = typeof id === 'string' ? [...ids, id] : ids
    if (element.tagName === 'use') for (const own of around) using.add(own)
    for (const child of element.children) if (child.type === 'element') mark(child, around)
  }
}

function targetOf({properties: {href, xLinkHref}}: Element): string {
  return String(href ?? xLinkHref ?? '')
    .trim()
    .slice(1)
}

/** Writes the size down in pixels, from attributes or the view box, and the namespaces. */
function settleSize(root: Element): readonly [widthPx: number, heightPx: number] {
  const {width, height, viewBox, ...rest} = root.properties
  const [, , boxWidth = 0, boxHeight = 0] = String(viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const hasBox = boxWidth > 0 && boxHeight > 0
  const ratio = hasBox ? boxHeight / boxWidth : usualSize[1] / usualSize[0]
  const [ownWidth, ownHeight] = [pixels(width), pixels(height)]
  const widthPx = round(ownWidth ?? (ownHeight !== undefined ? ownHeight / ratio : hasBox ? boxWidth : usualSize[0]))
  const heightPx = round(ownHeight ?? widthPx * ratio)
  root.properties = {
    xmlns: 'http://www.w3.org/2000/svg',
    xmlnsXLink: 'http://www.w3.org/1999/xlink',
    width: widthPx,
    height: heightPx,
    ...(viewBox !== undefined && {viewBox}),
    ...rest
  }
  return [widthPx, heightPx]
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8
}

function pixels(length: unknown): number | undefined {
  const [, number, unit = ''] = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(String(length ?? '')) ?? []
  const factor = units[unit.toLowerCase()]
  const px = number === undefined || factor === undefined ? 0 : Number(number) * factor
  return px > 0 && px < 100_000 ? px : undefined
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function describe(root: Element): string {
  const {ariaLabel} = root.properties
  const named = root.children.find((child) => child.type === 'element' && child.tagName === 'title')
  const words: string[] = []
  if (named) words.push(toText(named))
  else if (typeof ariaLabel === 'string') words.push(ariaLabel)
  else
    visit(root, 'element', (element) => {
      if (element.tagName === 'text') words.push(toText(element))
    })
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

function isGeometry(name: string): boolean {
  return /^(?:d|points|transform|viewBox|width|height|[cfr]?[xyr][12]?|d[xy]|offset)$/.test(name)
}

/** As fine as anybody sees. */
function rounded(numbers: string): string {
  return numbers.replace(/(\d\.\d{3})\d+(?!e)/gi, '$1')
}

/** HTML's text as XML knows it: without control characters. */
function toXml(html: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them
  const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#x(?:[0-8bcef]|1[\da-f]);/gi
  return html.replaceAll(']]>', ']]&gt;').replace(controls, '')
}
