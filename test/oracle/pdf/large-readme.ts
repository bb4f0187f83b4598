/** Words without figures: a number at the end of a line of contents is a page number then. */
const things = [
  'broker',
  'partition',
  'ledger',
  'replica',
  'cursor',
  'segment',
  'schema',
  'lease',
  'cache',
  'index',
  'queue',
  'shard',
  'tenant',
  'token',
  'quorum',
  'stream',
  'table',
  'batch',
  'offset',
  'snapshot'
]
const doings = [
  'split',
  'grow',
  'fail',
  'recover',
  'move',
  'expire',
  'merge',
  'lag',
  'drain',
  'drift',
  'lock',
  'scale',
  'restart',
  'compact',
  'leak',
  'stall',
  'fork',
  'warm up',
  'settle',
  'close'
]
const areas = ['Storage', 'Networks', 'Consistency', 'Operations', 'Security', 'Queries', 'Costs', 'Testing']

/**
 * A README as people write them, as long as asked for: sections, and below each question prose, lists, code, a table, a quote or
 * choices in turn. The same text each time.
 */
export function largeReadme(questions: number): string {
  const parts = ['# Questions of a large README']
  for (let index = 0; index < questions; index++) {
    const area = Math.floor((index * areas.length) / questions)
    if (area !== Math.floor(((index - 1) * areas.length) / questions) || index === 0) parts.push(`## ${areas[area]}`)
    const [thing, doing] = [pick(things, index), pick(doings, Math.floor(index / things.length))]
    parts.push(`### ${index + 1}. What happens when a ${thing} has to ${doing}, and who notices it first?`, answer(index, thing, doing))
  }
  return `${parts.join('\n\n')}\n`
}

function answer(index: number, thing: string, doing: string): string {
  const prose = `A ${thing} may ${doing} at any time. ${'Readers wait, writers retry, and the log tells what came first. '.repeat((index % 3) + 1)}Case ${index + 1}.`
  const kinds = [
    prose,
    `${prose}\n\n- the ${thing} itself\n- its neighbours:\n  1. the older one\n  2. the younger one\n- the operator`,
    `${prose}\n\n\`\`\`sql\nselect ${thing}_id, count(*) as times_${index}\nfrom ${thing}\nwhere state = '${doing}' and region in ('north', 'south', 'east', 'west') and changed_at > now() - interval '7 days'\ngroup by 1\n\`\`\``,
    `${prose}\n\n| Who | When | Value |\n|:----|:-----|------:|\n| ${thing} | at once | ${index} |\n| \`${thing}.${doing.replace(' ', '_')}.timeout.ms\` | later | ${index * 7} |`,
    `${prose}\n\n> [!NOTE]\n> Not every ${thing} can ${doing}.\n\nMore in [the manual](https://example.org/${thing}/${index}).`,
    `- [ ] nobody, the ${thing} hides it\n- [x] the operator, by case ${index + 1}\n- [ ] everybody at once`
  ]
  return kinds[index % kinds.length] ?? prose
}

function pick(words: readonly string[], index: number): string {
  return words[index % words.length] ?? ''
}
