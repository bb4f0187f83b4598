/*
 * node bench/parse-plainly.js remark-parse|markdown-it FILE
 *
 * What other parsers need for the same text, without any look for questions: a tree of syntax, or a list of tokens.
 */
import {readFileSync} from 'node:fs'

const [parser = '', path = ''] = process.argv.slice(2)
const text = readFileSync(path, 'utf8')
const parse = {'remark-parse': await withRemark(), 'markdown-it': await withMarkdownIt()}[parser]
if (!parse) throw new TypeError(`Expected \`remark-parse\` or \`markdown-it\` but found \`${parser}\``)
parse()

/** With the extensions that cardpress has too, as remark-gfm and its like add them. */
async function withRemark() {
  if (parser !== 'remark-parse') return undefined
  const {unified} = await import('unified')
  const {default: remarkParse} = await import('remark-parse')
  const [{gfm}, {math}, {frontmatter}] = await Promise.all([
    import('micromark-extension-gfm'),
    import('micromark-extension-math'),
    import('micromark-extension-frontmatter')
  ])
  const [{gfmFromMarkdown}, {mathFromMarkdown}, {frontmatterFromMarkdown}] = await Promise.all([
    import('mdast-util-gfm'),
    import('mdast-util-math'),
    import('mdast-util-frontmatter')
  ])
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [gfm(), math(), frontmatter()])
    .data('fromMarkdownExtensions', [gfmFromMarkdown(), mathFromMarkdown(), frontmatterFromMarkdown()])
  return () => processor.parse(text)
}

async function withMarkdownIt() {
  if (parser !== 'markdown-it') return undefined
  const {default: markdownIt} = await import('markdown-it')
  return () => markdownIt({html: true}).parse(text, {})
}
