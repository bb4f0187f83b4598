const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that run along in a line of text. */
export const inlineTags: ReadonlySet<string> = set(
  'a abbr acronym audio b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark meter picture progress q rp rt ruby s samp small source span strike strong sub sup svg time tt u var wbr'
)

/** Elements that stand apart; they may hold paragraphs, lists and one another. */
export const blockTags: ReadonlySet<string> = set(
  'address article aside blockquote caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td textarea tfoot th thead tr ul video'
)

export const voidTags: ReadonlySet<string> = set('br col hr img input source wbr')

/** A browser shows neither these nor what is in them. */
export const hiddenTags: ReadonlySet<string> = set('script style template title')

/** What is in them is text as it stands, white space included. */
export const verbatimTags: ReadonlySet<string> = set('pre textarea')

/** Blocks that hold a line of text rather than blocks of their own: Markdown in them is read as one line. */
export const lineTags: ReadonlySet<string> = set('caption dt figcaption h1 h2 h3 h4 h5 h6 legend p summary')

/** Which open elements a start tag ends (the HTML standard's implied end tags), unless one of `within` lies in between. */
export const impliedEnds: ReadonlyMap<string, {readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string>}> = new Map(
  [
    {starts: 'li', ends: 'li', within: 'ul ol menu dir'},
    {starts: 'dt dd', ends: 'dt dd', within: 'dl'},
    {starts: 'td th', ends: 'td th', within: 'tr table'},
    {starts: 'tr', ends: 'td th tr', within: 'table'},
    {starts: 'thead tbody tfoot', ends: 'td th tr thead tbody tfoot caption colgroup', within: 'table'},
    {starts: 'h1 h2 h3 h4 h5 h6', ends: 'h1 h2 h3 h4 h5 h6', within: 'details div table ul ol blockquote'}
  ].flatMap(({starts, ends, within}) => starts.split(' ').map((tag) => [tag, {ends: set(ends), within: set(within)}] as const))
)

/** Whether the name is an HTML element that Markdown authors use; tags of other names are dropped and their content kept. */
export function isKnownTag(tagName: string): boolean {
  return inlineTags.has(tagName) || blockTags.has(tagName)
}
