/** Protocols that a link of a stranger may have; everything else (scripts, files, places inside the source) shows its text only. */
const followable = /^(?:https?:\/\/|mailto:)/i

/** The address a link may lead to, percent-encoded where it must be; undefined when it may lead nowhere. */
export function safeHref(url: string): string | undefined {
  const trimmed = url.trim()
  if (!followable.test(trimmed) || !URL.canParse(trimmed)) return undefined
  return trimmed.replace(/[\s"'<>`\\^{|}]/g, encodeURIComponent)
}
