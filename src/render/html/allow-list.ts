import type {Schema} from 'hast-util-sanitize'

/** What raw HTML may hold: structure and wording of a text. Nothing that runs, loads, submits, covers the page or names a style. */
export const allowList: Schema = {
  tagNames: [
    ...['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'dfn'],
    ...['div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'ins', 'kbd', 'li', 'mark', 'ol'],
    ...['p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'section', 'small', 'span', 'strike', 'strong', 'sub', 'summary', 'sup', 'table'],
    ...['tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr']
  ],
  attributes: {
    '*': [['dir', 'ltr', 'rtl', 'auto'], 'lang', 'title'],
    col: ['span'],
    colgroup: ['span'],
    div: [['align', 'left', 'center', 'right']],
    li: ['value'],
    ol: ['start', 'type', 'reversed'],
    p: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan'],
    th: [['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan', 'scope'],
    time: ['dateTime']
  },
  // The places of table parts are the parser's business; elements come here one by one.
  ancestors: {}
}

/** Elements that go with all they hold: the inside is no text of the author. An element that is neither here nor above leaves its inside. */
export const dropped: ReadonlySet<string> = new Set([
  ...['applet', 'audio', 'base', 'canvas', 'embed', 'frame', 'frameset', 'head', 'iframe', 'link', 'math', 'meta', 'noembed', 'noframes'],
  ...['noscript', 'object', 'param', 'plaintext', 'script', 'source', 'style', 'svg', 'template', 'title', 'track', 'video', 'xmp']
])
