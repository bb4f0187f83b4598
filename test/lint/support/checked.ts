import type {Repairable} from '../../../src/lint/lint.ts'
import {lintDrafts} from '../../../src/pipeline/lint-drafts.ts'
import {type Draft, readDrafts} from '../../../src/pipeline/read-drafts.ts'
import {readGuideMedia} from '../../../src/pipeline/read-guide-media.ts'
import type {RuleLevel} from '../../../src/report/problem.ts'
import {memoryHost} from '../../support/memory-host.ts'

export interface Checked {
  readonly drafts: readonly Draft[]
  readonly repairable: readonly Repairable[]
  /** `3:1 warning duplicate-question Unexpected ..`, files in order, worst first within a rule. */
  readonly lines: readonly string[]
}

/** Checks files as `cardpress check` does, without a disk. */
export async function checked(files: Readonly<Record<string, string>>, levels: Readonly<Record<string, RuleLevel>> = {}): Promise<Checked> {
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([name, text]) => [`/in/${name}`, text])))
  const drafts = await readDrafts(await host.readSources(['/in']))
  for (const draft of drafts) await readGuideMedia(draft, host)
  const repairable = lintDrafts(drafts, levels)
  const lines = drafts.flatMap(({source: {file}}) =>
    file.messages.map(({line, column, fatal, ruleId, reason}) => `${line}:${column} ${levelOf(fatal)} ${ruleId} ${reason}`)
  )
  return {drafts, repairable, lines}
}

function levelOf(fatal: boolean | null | undefined): string {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info'
}
