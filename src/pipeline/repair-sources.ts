import {VFile} from 'vfile'
import type {Source} from '../guide/source.ts'
import {applyEdits} from '../lint/apply-edits.ts'
import type {Repairable} from '../lint/lint.ts'
import type {RuleLevel} from '../report/problem.ts'
import {keepsCards} from './keeps-cards.ts'
import {lintDrafts} from './lint-drafts.ts'
import {type Draft, type DraftOptions, readDrafts} from './read-drafts.ts'

/** What became of the findings of one rule in one file. */
export interface Repair {
  readonly path: string
  readonly ruleId: string
  /** Findings repaired in the file; 0 where it was left. */
  readonly repaired: number
  /** Why it was left. */
  readonly left?: string
}

/** Puts a text in the place of a source's. False, with nothing touched, where the file does not hold what was read from it. */
export type RewriteSource = (source: Source, text: string) => Promise<boolean>

export interface RepairOptions extends DraftOptions {
  /** Levels of the command line, by rule. */
  readonly levels: Readonly<Record<string, RuleLevel>>
}

/** A rule may need a second round for what overlapped in its first; more would mean that repairs make work for each other. */
const mostRounds = 12

/**
 * Repairs in place what rules can repair in one safe way. Rule by rule: the file is read again with its repairs, and where a card
 * would change the rule is left out. Each file is written once.
 */
export async function repairSources(
  sources: readonly Source[],
  options: RepairOptions,
  rewriteSource: RewriteSource
): Promise<readonly Repair[]> {
  const repairs: Repair[] = []
  for (const source of sources) {
    if (source.unreadable) continue
    const {text, made} = await repaired(source, options)
    const own = [...made].map(([ruleId, count]) => ({path: source.file.path, ruleId, repaired: count}))
    const written = text === String(source.file) || (await rewriteSource(source, text))
    repairs.push(
      ...own.map((repair) => {
        if (!written) return {...repair, repaired: 0, left: 'only Markdown in UTF-8 is edited'}
        return repair.repaired > 0 ? repair : {...repair, left: 'a card would change'}
      })
    )
  }
  return repairs
}

async function repaired(source: Source, options: RepairOptions): Promise<{text: string; made: ReadonlyMap<string, number>}> {
  const made = new Map<string, number>()
  const refused = new Set<string>()
  let {draft, repairable} = await look(source, String(source.file), options)
  for (let round = 0; round < mostRounds; round++) {
    const byRule = Map.groupBy(repairable, ({message}) => message.ruleId ?? '')
    const next = [...byRule].find(([ruleId]) => !refused.has(ruleId))
    if (!next || !draft) break
    const [ruleId, own] = next
    const text = applyEdits(
      String(draft.source.file),
      own.map(({edit}) => edit)
    )
    const tried = await look(source, text, options)
    const left = tried.repairable.filter(({message}) => message.ruleId === ruleId).length
    if (tried.draft && left < own.length && keepsCards(draft.extraction.candidates, tried.draft.extraction.candidates)) {
      made.set(ruleId, (made.get(ruleId) ?? 0) + own.length - left)
      ;({draft, repairable} = tried)
    } else {
      refused.add(ruleId)
      if (!made.has(ruleId)) made.set(ruleId, 0)
    }
  }
  return {text: draft ? String(draft.source.file) : String(source.file), made}
}

async function look(
  source: Source,
  text: string,
  options: RepairOptions
): Promise<{draft: Draft | undefined; repairable: readonly Repairable[]}> {
  const file = new VFile({path: source.file.path, cwd: source.file.cwd, value: text})
  const [draft] = await readDrafts([{...source, file}], options)
  return {draft, repairable: draft ? lintDrafts([draft], options.levels) : []}
}
