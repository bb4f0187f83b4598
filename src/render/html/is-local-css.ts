/** What makes CSS load something, or hides that it does: imports, fonts, functions that take addresses, escapes. */
const loading =
  /@import|@font-face|@namespace|image-set|(?:^|[^a-z-])(?:image|src|element|cross-fade|expression)\s*\(|-moz-binding|behaviou?r\s*:|javascript:|[\\<]/i
const address = /url\s*\(\s*(["']?)\s*(.)/gi

/** Whether a style sheet or a list of declarations names nothing outside of the picture that it stands in. */
export function isLocalCss(css: string): boolean {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, ' ')
  return !loading.test(bare) && [...bare.matchAll(address)].every(([, , first]) => first === '#')
}
