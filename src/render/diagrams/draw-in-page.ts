/** As on the page around a diagram. */
export const fontFamily = "'Source Sans 3', 'Noto Sans Math', 'DejaVu Mono', 'Noto Emoji', sans-serif"

/**
 * Mermaid's settings. `secure` names what neither a directive nor front matter of a diagram may change: all that could run, load, or
 * draw otherwise the next time. Labels in HTML are no picture: an `<img>` shows none of them.
 */
const settings = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  htmlLabels: false,
  ...Object.fromEntries(
    ['flowchart', 'class', 'state', 'er', 'requirement', 'mindmap', 'block'].map((type) => [type, {htmlLabels: false}])
  ),
  theme: 'neutral',
  fontFamily,
  deterministicIds: true,
  deterministicIDSeed: 'cardpress',
  handDrawnSeed: 1,
  logLevel: 5,
  secure: [
    ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'suppressErrorRendering', 'maxEdges', 'htmlLabels', 'themeCSS'],
    ...[
      'fontFamily',
      'altFontFamily',
      'deterministicIds',
      'deterministicIDSeed',
      'handDrawnSeed',
      'dompurifyConfig',
      'logLevel',
      'arrowMarkerAbsolute'
    ]
  ]
}

/** What runs in the page around mermaid's own script, as text: its types are the browser's. */
export const setUpPage: {readonly before: string; readonly after: string} = {
  /** No clock and no chance: layouts draw lots, Gantt charts mark today. */
  before: `(() => {
    let state = 1
    globalThis.drawLotsAnew = () => { state = 1 }
    Math.random = () => (state = (state * 48271) % 2147483647) / 2147483647
    const Clock = Date
    globalThis.Date = class Date extends Clock {
      constructor(...given) { given.length === 0 ? super(0) : super(...given) }
      static now() { return 0 }
    }
  })()`,
  after: `mermaid.initialize(${JSON.stringify(settings)}); Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined)`
}

/** Draws one text; tells its words and the cuts of the font that they are set in (`600 italic`). */
export const drawInPage = `async (text) => {
  drawLotsAnew()
  try {
    const {svg} = await mermaid.render('diagram', text)
    const shown = document.createElement('div')
    shown.innerHTML = svg
    document.body.replaceChildren(shown)
    const cuts = new Set()
    for (const element of shown.querySelectorAll('text, tspan')) {
      const {fontWeight, fontStyle} = getComputedStyle(element)
      cuts.add((Number(fontWeight) >= 550 ? '600 ' : '400 ') + (fontStyle === 'normal' ? 'normal' : 'italic'))
    }
    const words = [...shown.querySelectorAll('text')].map((element) => element.textContent).join(' ')
    document.body.replaceChildren()
    return {svg, words, cuts: [...cuts]}
  } catch (error) {
    return {fault: String(error?.message ?? error), line: error?.hash?.loc?.first_line}
  }
}`
