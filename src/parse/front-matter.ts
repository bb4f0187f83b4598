const matter = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?:([\s\S]*?)(?:\r\n|\n|\r))??\1[ \t]*(?:[\r\n]|$)/
const settings = /^(?:\s*(?:#.*)?[\r\n])*(?:[\w"'][^\r\n]*?\s*[:=]|\[|\{|\s*(?:#.*)?$)/
/** Numbered items and quotations in the first column, which neither YAML nor TOML has: the cards of a section between two rules. */
const items = /^(?:\d+[.)][ \t]|>[ \t])/m

/**
 * Whether the text begins with front matter: between `---` (YAML) or `+++` (TOML) stands nothing, or something with keys.
 * Many a README begins with a rule and has another one further down; what lies between is text and must not vanish.
 */
export function startsWithFrontMatter(text: string): boolean {
  const match = matter.exec(text)
  return match !== null && settings.test(match[2] ?? '') && !items.test(match[2] ?? '')
}

/** Offset behind the front matter that begins at `start`; `start` where there is none. */
export function frontMatterEnd(text: string, start: number): number {
  const part = text.slice(start)
  return startsWithFrontMatter(part) ? start + (matter.exec(part)?.[0].length ?? 0) : start
}
