const BODY = /<body\b[^>]*>([\s\S]*)<\/body>/

/** One document of several that differ in their bodies only, each beginning on a page of its own. */
export function joinPages(documents: readonly string[]): string {
  const [first = '', ...rest] = documents
  if (rest.length === 0) return first
  const bodies = documents.map((html) => BODY.exec(html)?.[1] ?? '')
  const joined = bodies.map((body, index) => (index === 0 ? `<div>${body}</div>` : `<div style="break-before:page">${body}</div>`))
  return first.replace(BODY, () => `<body>${joined.join('\n')}</body>`)
}
