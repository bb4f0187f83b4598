/** Notes of any size that nobody wrote: as varied as real ones in marks, the same in every run. About 610 bytes a card. */
export function writeNotes(cards: number): string {
  const chance = chanceFrom(20_261_124)
  const parts = ['# Interview questions on everything\n\nNotes for the bench; see [the project][project].\n']
  for (let number = 1; number <= cards; number++) {
    if (number % 40 === 1) parts.push(`## Part ${Math.ceil(number / 40)}: ${words(chance, 2)}\n`)
    parts.push(`### ${number}. ${question(chance)}\n\n${answer(chance, number)}\n`)
  }
  return `${parts.join('\n')}\n[project]: https://example.org/notes "Notes"\n`
}

type Chance = () => number

const vocabulary =
  `partition broker offset leader replica commit transaction index query column schema cache buffer thread lock queue message consumer
  producer cluster node shard token session request response header payload stream window event state snapshot journal segment page
  block heap stack frame scope closure promise callback module package build release branch merge test fixture mock route handler
  middleware template component property signal effect layer network packet socket port address gateway balancer container image volume
  secret policy role user group permission audit metric trace span log alert budget quota limit retry timeout backoff failover`
    .split(/\s+/)
    .map((word) => word.trim())
const small = 'the a each one every its this that no any'.split(' ')
const verbs = 'keeps writes reads moves holds drops splits joins checks sends waits for copies orders names stores'.split(' ')
const asking = ['What is', 'Why does one need', 'How do you change', 'When would you use', 'What happens to', 'Which part has'] as const
const blocks = [list, list, code, code, table, quote, steps, fold] as const

function question(chance: Chance): string {
  const mark = chance() < 0.3 ? `\`${pick(chance, vocabulary)}.${pick(chance, vocabulary)}\`` : words(chance, 2)
  return `${pick(chance, asking)} ${mark} ${chance() < 0.5 ? 'with' : 'without'} ${words(chance, 3)}?`
}

function answer(chance: Chance, number: number): string {
  const rest = chance() < 0.75 ? pick(chance, blocks)(chance, number) : paragraph(chance)
  return `${paragraph(chance)}\n\n${rest}\n\n${chance() < 0.4 ? `${paragraph(chance)}\n` : `${sentence(chance)}\n`}`
}

function paragraph(chance: Chance): string {
  return Array.from({length: 2 + Math.floor(chance() * 4)}, () => sentence(chance)).join(chance() < 0.3 ? '\n' : ' ')
}

function sentence(chance: Chance): string {
  const parts = [words(chance, 2), pick(chance, verbs), marked(chance), 'and', pick(chance, verbs), words(chance, 3)]
  const text = parts.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function marked(chance: Chance): string {
  const text = words(chance, 2)
  const share = chance()
  if (share < 0.15) return `**${text}**`
  if (share < 0.25) return `*${text}*`
  if (share < 0.45) return `\`${text.replace(' ', '_')}\``
  if (share < 0.52) return `[${text}](https://example.org/${text.replace(' ', '/')})`
  return share < 0.54 ? `[${text}][project]` : text
}

function list(chance: Chance): string {
  return rows(chance, () => `- ${sentence(chance)}`)
}

function steps(chance: Chance): string {
  return rows(chance, (index) => `${index + 1}. ${sentence(chance)}${index === 1 ? `\n   - ${words(chance, 4)}` : ''}`)
}

function quote(chance: Chance): string {
  return `> ${sentence(chance)}\n> ${sentence(chance)}`
}

function code(chance: Chance, number: number): string {
  const lines = rows(
    chance,
    (index) => `  const ${pick(chance, vocabulary)}${index} = ${pick(chance, vocabulary)}.get("${words(chance, 1)}")`
  )
  return `\`\`\`js\nfunction step${number}(${pick(chance, vocabulary)}) {\n${lines}\n}\n\`\`\``
}

function table(chance: Chance): string {
  return `| ${words(chance, 1)} | ${words(chance, 2)} |\n|---|---|\n${rows(chance, () => `| ${words(chance, 1)} | ${marked(chance)} |`)}`
}

function fold(chance: Chance): string {
  return `<details><summary>More on ${words(chance, 1)}</summary>\n\n${sentence(chance)}<br>${sentence(chance)}\n\n</details>`
}

function rows(chance: Chance, row: (index: number) => string): string {
  return Array.from({length: 3 + Math.floor(chance() * 3)}, (_, index) => row(index)).join('\n')
}

function words(chance: Chance, count: number): string {
  return [pick(chance, small), ...Array.from({length: count}, () => pick(chance, vocabulary))].slice(0, Math.max(1, count)).join(' ')
}

function pick<Item>(chance: Chance, from: readonly Item[]): Item {
  const item = from[Math.floor(chance() * from.length)]
  if (item === undefined) throw new RangeError('Expected something to choose from')
  return item
}

/** Numerical Recipes' linear congruential generator: the same numbers everywhere, from 0 to below 1. */
function chanceFrom(seed: number): Chance {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
