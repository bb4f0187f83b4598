/**
 * A dictionary with one entry set, in place of the one it may have.
 * Knows the values that Chromium writes for the entries we change: a nested dictionary, a string, or something without brackets.
 */
export function setEntry(dictionary: string, key: string, value: string): string {
  const old = new RegExp(
    String.raw`\n?/${key} *(?:<<[^<>]*(?:<<[^<>]*>>[^<>]*)*>>|<[0-9A-Fa-f]*>|\((?:[^\\()]|\\[\s\S])*\)|[^/<>()]*)(?=\n/|/|>>)`
  )
  return `${dictionary.replace(old, '').replace(/>>\s*$/, '')}\n/${key} ${value}>>`
}
