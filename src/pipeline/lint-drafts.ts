import {controlMessages} from '../lint/control-messages.ts'
import {lint, type Repairable} from '../lint/lint.ts'
import type {LintDocument} from '../lint/rule.ts'
import {rules} from '../lint/rules.ts'
import type {RuleLevel} from '../report/problem.ts'
import type {Draft} from './read-drafts.ts'

/** Checks the study material of a run; messages land on the files. */
export function lintDrafts(drafts: readonly Draft[], levels: Readonly<Record<string, RuleLevel>> = {}): readonly Repairable[] {
  return lint(drafts.map(toDocument), {levels})
}

/** Lets levels and comments of the authors speak of messages that came after the check. */
export function controlDrafts(drafts: readonly Draft[]): void {
  const ids = rules.map(({id}) => id)
  for (const document of drafts.map(toDocument)) controlMessages(document, {ids, levels: document.levels})
}

function toDocument({source: {file}, tree, frontMatter, extraction: {candidates, lazyLines}}: Draft): LintDocument {
  return {file, tree, candidates, lazyLines, levels: frontMatter.cardpress?.rules ?? {}}
}
