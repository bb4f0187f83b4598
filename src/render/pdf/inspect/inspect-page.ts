import type {PageFacts, PageQuestions} from './page-facts.ts'

/** As much of the browser's own types as is used here: this program's library has no DOM. */
interface PageElement {
  readonly id: string
  readonly localName: string
  readonly parentElement: PageElement | null
  readonly childNodes: Iterable<{readonly nodeType: number; readonly data: string}>
  readonly textContent: string
  readonly clientWidth: number
  readonly clientHeight: number
  readonly scrollWidth: number
  readonly scrollHeight: number
  readonly complete: boolean
  readonly naturalWidth: number
  readonly alt: string
  getClientRects(): Iterable<{readonly height: number; readonly width: number}>
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<PageElement>
  readonly classList: {contains(name: string): boolean}
}

interface Canvas {
  getContext(
    kind: '2d',
    options: {readonly willReadFrequently: boolean}
  ): {
    fillStyle: string
    font: string
    clearRect(x: number, y: number, width: number, height: number): void
    fillRect(x: number, y: number, width: number, height: number): void
    fillText(text: string, x: number, y: number): void
    getImageData(x: number, y: number, width: number, height: number): {readonly data: Uint8ClampedArray}
  }
}

declare const document: {
  readonly body: PageElement
  readonly documentElement: PageElement
  createElement(name: 'canvas'): unknown
}
declare function getComputedStyle(element: PageElement): {
  readonly color: string
  readonly backgroundColor: string
  readonly backgroundImage: string
  readonly opacity: string
  readonly visibility: string
  readonly overflowX: string
  readonly overflowY: string
  readonly fontSize: string
  readonly fontFamily: string
}

/**
 * Looks at a page that is about to be printed: what is too tall, too wide, hard to read. It runs in the browser, as text, so it
 * may use nothing from outside of its own braces. One walk over the elements; styles are asked once an element, layout where text
 * or a picture could leave its box.
 *
 * The page is laid out in one stretch and not on paper, so that places are known only to the print itself: see find-splits.ts.
 */
export function inspectPage({anchors, columnPx, doubtful, leastContrast}: PageQuestions): PageFacts {
  type Rgba = readonly [red: number, green: number, blue: number, alpha: number]
  const SLACK_PX = 4
  const cardOf = new Map(anchors.map((anchor, index) => [anchor, index]))
  const facts: PageFacts = {
    tall: [],
    wrapped: [],
    tables: [],
    formulas: [],
    overflows: [],
    contrasts: [],
    pictures: [],
    sizes: {},
    smallestPt: 1000,
    undrawn: []
  }
  const canvas = (document.createElement('canvas') as Canvas).getContext('2d', {willReadFrequently: true})

  const colours = new Map<string, Rgba>()
  const colourOf = (text: string): Rgba => {
    const known = colours.get(text)
    if (known) return known
    const [, list] = /^rgba?\(([^)]*)\)$/.exec(text) ?? []
    const [red = 0, green = 0, blue = 0, alpha = 1] = list === undefined ? drawn(text) : list.split(/[,\s/]+/).map(Number)
    const colour = [red, green, blue, alpha] as const
    colours.set(text, colour)
    return colour
  }
  /** Other colour spaces, by a pixel of that colour. */
  const drawn = (text: string): readonly number[] => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = text
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const greyOf = ([red, green, blue]: Rgba) => 0.3 * red + 0.59 * green + 0.11 * blue
  const over = (grey: number, alpha: number, ground: number) => grey * alpha + ground * (1 - alpha)
  const luminance = (grey: number) => {
    const share = grey / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  const contrast = (a: number, b: number) => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (light + 0.05) / (dark + 0.05)
  }

  /** Grey behind an element's text and how opaque it is; no grey where a picture lies behind, which nobody can judge from styles. */
  interface Ground {
    readonly grey: number | undefined
    readonly opacity: number
  }
  const groups = new Map<string, PageFacts['contrasts'][number]>()
  let card = -1
  let done = false
  let isAside = false

  const lookAtText = (text: string, line: number, style: ReturnType<typeof getComputedStyle>, {grey, opacity}: Ground) => {
    const size = Math.round(Number.parseFloat(style.fontSize) * 75) / 100
    facts.smallestPt = Math.min(facts.smallestPt, size)
    if (!isAside) facts.sizes[size] = (facts.sizes[size] ?? 0) + text.length
    const colour = colourOf(style.color)
    if (grey === undefined || colour[3] * opacity === 0) return
    const ink = over(greyOf(colour), colour[3] * opacity, grey)
    const ratio = contrast(ink, grey)
    if (ratio >= leastContrast) return
    const key = `${Math.round(ink)} ${Math.round(grey)}`
    const group = groups.get(key) ?? {card, line, ratio, ink: Math.round(ink), ground: Math.round(grey), text: text.slice(0, 40), count: 0}
    groups.set(key, {...group, count: group.count + 1})
  }

  const lookAtBox = (element: PageElement, line: number, style: ReturnType<typeof getComputedStyle>) => {
    const {localName, clientWidth, scrollWidth, clientHeight, scrollHeight, parentElement} = element
    if (localName === 'img' && element.complete && element.naturalWidth === 0)
      facts.pictures.push({card, line, text: element.alt.slice(0, 40)})
    const cut = (axis: string) => axis !== 'visible'
    let beyond = clientWidth > 0 ? scrollWidth - clientWidth : 0
    if (localName === 'img' || localName === 'table' || localName === 'math' || localName === 'svg') {
      const [own] = element.getClientRects()
      const room = parentElement?.clientWidth ?? 0
      if (own && room > 0) beyond = Math.max(beyond, own.width - room)
    }
    if (clientHeight > 0 && scrollHeight > clientHeight + SLACK_PX && cut(style.overflowY))
      beyond = Math.max(beyond, scrollHeight - clientHeight)
    if (beyond > SLACK_PX) facts.overflows.push({card, line, element: localName, beyond, text: element.textContent.trim().slice(0, 40)})
  }

  const walk = (element: PageElement, above: Ground, lineAbove: number): void => {
    if (done) return
    const {id, localName} = element
    if (id !== '') {
      if (id.startsWith('copy-')) {
        done = true // The sheets of other people are the same again.
        return
      }
      const found = cardOf.get(id)
      if (found !== undefined) {
        card = found
        let height = 0
        for (const rect of element.getClientRects()) height += rect.height
        if (columnPx > 0 && height > columnPx) facts.tall.push({card, height})
      }
    }
    const line = Number(element.getAttribute('data-line') ?? lineAbove)
    const style = getComputedStyle(element)
    if (style.visibility === 'hidden') return
    const own = colourOf(style.backgroundColor)
    const isPictured = style.backgroundImage !== 'none' && !element.classList.contains('long')
    const ground: Ground = {
      grey: isPictured
        ? undefined
        : own[3] === 1
          ? greyOf(own)
          : above.grey === undefined
            ? undefined
            : over(greyOf(own), own[3], above.grey),
      opacity: above.opacity * Number(style.opacity)
    }
    const children = element.querySelectorAll(':scope > *')
    const wasAside = isAside
    isAside ||= localName === 'pre' || localName === 'code' || localName === 'table'
    let text = ''
    for (const node of element.childNodes) if (node.nodeType === 3) text += node.data
    text = text.trim()
    if (text !== '') lookAtText(text, line, style, ground)
    if (localName === 'pre') {
      let longest = 0
      let count = 0
      for (const long of element.querySelectorAll('.long')) {
        count++
        longest = Math.max(longest, long.textContent.length)
      }
      if (count > 0) facts.wrapped.push({card, line, count, longest})
    }
    if (element.classList.contains('wide')) facts.tables.push({card, line})
    if (element.classList.contains('long-math')) facts.formulas.push({card, line})
    const before = facts.overflows.length
    if (localName !== 'math' && localName !== 'svg') for (const child of children) walk(child, ground, line)
    isAside = wasAside
    // What sticks out of a box sticks out of those around it: the innermost is to blame.
    if (facts.overflows.length === before) lookAtBox(element, line, style)
  }

  walk(document.body, {grey: 255, opacity: 1}, 0)
  facts.contrasts.push(...groups.values())
  if (doubtful.length > 0) {
    const {fontFamily} = getComputedStyle(document.body)
    const pixels = (character: string) => {
      canvas.clearRect(0, 0, 64, 64)
      canvas.fillStyle = '#000'
      canvas.font = `32px ${fontFamily}`
      canvas.fillText(character, 4, 44)
      return canvas.getImageData(0, 0, 64, 64).data.join()
    }
    const nothing = pixels('\u{10ffff}') // A noncharacter: every font draws its sign for what it lacks.
    for (const character of doubtful) if (pixels(character) === nothing) facts.undrawn.push(character)
  }
  return facts
}
