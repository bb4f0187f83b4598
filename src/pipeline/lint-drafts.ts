import {lint, type Repairable} from '../lint/lint.ts'
import type {LintDocument} from '../lint/rule.ts'
import type {RuleLevel} from '../report/problem.ts'
import type {Draft} from './read-drafts.ts'

/** Checks the study material of a run; messages land on the files. Call it last: levels and comments speak of messages of all phases. */
export function lintDrafts(drafts: readonly Draft[], levels: Readonly<Record<string, RuleLevel>> = {}): readonly Repairable[] {
  return lint(drafts.map(toDocument), {levels})
}

function toDocument({source: {file}, tree, frontMatter, extraction: {candidates, lazyLines}}: Draft): LintDocument {
  return {file, tree, candidates, lazyLines, levels: frontMatter.cardpress?.rules ?? {}}
}
