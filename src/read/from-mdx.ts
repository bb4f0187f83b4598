const fence = /^ {0,3}(`{3,}|~{3,})/

/**
 * MDX as Markdown: imports, exports and `{/* comments *\/}` become blank, so that every line keeps its number; components are left to
 * the HTML parser, which keeps their text. Code blocks stay untouched.
 */
export function fromMdx(mdx: string): string {
  let open: string | undefined
  let inModule = false
  const lines = mdx.split(/(?<=\n)/).map((line) => {
    const mark = fence.exec(line)?.[1]
    if (open !== undefined) {
      if (mark?.startsWith(open) && line.trim() === mark) open = undefined
      return line
    }
    if (mark !== undefined && !inModule) {
      open = mark
      return line
    }
    // A module statement begins at column 0 and ends, as a paragraph does, at a blank line.
    if (/^(?:import|export)(?=[\s{*])(?:.*\bfrom\b|.*['"]|\s*[{*]|\s+(?:const|let|function|default|class|async|type)\b)/.test(line))
      inModule = true
    else if (line.trim() === '') inModule = false
    return inModule ? blank(line) : line
  })
  return outsideCode(lines.join(''), (text) => text.replace(/\{\/\*[\s\S]*?\*\/\}/g, blank))
}

function blank(text: string): string {
  return text.replace(/[^\r\n]+/g, '')
}

/** Applies a change to all but fenced blocks. */
function outsideCode(text: string, change: (text: string) => string): string {
  return text
    .split(/(^ {0,3}(?:`{3,}|~{3,})[\s\S]*?^ {0,3}(?:`{3,}|~{3,})[ \t]*$)/m)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}
