import {naturalGuideId} from '../guide/guide-id.ts'
import {slug} from '../guide/slug.ts'
import type {Lock, LockedGuide} from '../lock/lock.ts'
import type {Unsettled} from '../lock/settle-cards.ts'
import {renameGuide} from '../lock/settle-lock.ts'
import {addProblem, type Problem} from '../report/problem.ts'
import type {Draft} from './read-drafts.ts'

/** A draft whose guide has no id yet. */
export interface Unnamed {
  readonly draft: Draft
  /** Path of the source relative to the lock; undefined for standard input. */
  readonly path: string | undefined
  readonly unsettled: readonly Unsettled[]
}

export interface Naming {
  /** By draft; one with an error has no entry. */
  readonly ids: ReadonlyMap<Draft, string>
  /** With guides renamed whose front matter says so. */
  readonly lock: Lock
}

/**
 * The id of each guide: front matter, else the lock's by path, else the slug of title and file name, unless most of the questions
 * are those of a guide whose file is gone: then it was renamed and keeps its id.
 *
 * @param free - Ids of guides in the lock that no file stands for any more.
 */
export function nameGuides(unnamed: readonly Unnamed[], lock: Lock, free: ReadonlySet<string>): Naming {
  const ids = new Map<Draft, string>()
  const owners = new Map<string, string>()
  let named = lock
  const keep = ({draft}: Pick<Unnamed, 'draft'>, id: string): void => {
    owners.set(id, draft.source.file.path)
    ids.set(draft, id)
  }
  const claim = ({draft, path}: Unnamed, id: string): void => {
    const source = free.has(id) ? undefined : named.guides[id]?.source
    const owner = owners.get(id) ?? (source === path ? undefined : source)
    if (owner !== undefined) addProblem(draft.source.file, twinProblem(id, owner))
    else keep({draft}, id)
  }
  const bySource = new Map(Object.entries(lock.guides).map(([id, {source}]) => [source, id]))
  const waiting: Unnamed[] = []
  for (const guide of unnamed) {
    const {id} = guide.draft.frontMatter
    const known = guide.path === undefined ? undefined : bySource.get(guide.path)
    if (id !== undefined && known !== undefined && id !== known) named = renameGuide(named, known, id)
    if (id === undefined && known === undefined) waiting.push(guide)
    else claim(guide, id ?? known ?? '')
  }
  for (const guide of waiting) {
    const {source, title} = guide.draft
    const natural = naturalGuideId(title, source.stem)
    if (natural === undefined) {
      addProblem(source.file, namelessProblem)
      continue
    }
    const entry = named.guides[natural]
    const heir = entry ? undefined : heirOf(guide, named, (id) => free.has(id) && !owners.has(id))
    if (heir !== undefined) addProblem(source.file, renamedProblem(heir, named.guides[heir]?.source))
    // A file of another folder, not read now, has the id: this one is a copy of it, or one that happens to be called the same.
    const isElsewhere = entry?.source !== undefined && !free.has(natural) && !owners.has(natural)
    if (isElsewhere && isMostly(guide, entry)) keep(guide, natural)
    else if (isElsewhere && guide.path !== undefined) {
      const own = slug(guide.path.replace(/\.[^./]+$/, ''))
      if (own !== natural && !named.guides[own]) addProblem(source.file, namesakeProblem(natural, entry.source ?? natural, own))
      claim(guide, own)
    } else claim(guide, heir ?? natural)
  }
  return {ids, lock: named}
}

/** The free guide that this one mostly is. */
function heirOf(guide: Unnamed, lock: Lock, isFree: (id: string) => boolean): string | undefined {
  return Object.entries(lock.guides).find(([id, entry]) => isFree(id) && isMostly(guide, entry))?.[0]
}

/** Has more than half of the cards, and they are more than half of what it has. */
function isMostly({unsettled}: Unnamed, {cards}: LockedGuide): boolean {
  const today = new Set(unsettled.map(({prints}) => prints.question))
  const live = Object.values(cards).filter(({removed}) => removed === undefined)
  const shared = live.filter(({question}) => today.has(question)).length
  return shared * 2 > live.length && shared * 2 > unsettled.length
}

function twinProblem(id: string, owner: string): Problem {
  return {
    severity: 'error',
    ruleId: 'duplicate-guide-id',
    reason: `Unexpected guide id \`${id}\` that \`${owner}\` has too, expected one of its own`,
    note: `Give one of them an id in its front matter: \`id: ${id}-2\``
  }
}

function namesakeProblem(id: string, owner: string, own: string): Problem {
  return {
    severity: 'warning',
    ruleId: 'duplicate-guide-id',
    reason: `Unexpected guide id \`${id}\` that \`${owner}\` has in the lock, expected one of its own; \`${own}\` it is`,
    note: `Say which it is in the front matter: \`id: ${own}\``
  }
}

function renamedProblem(id: string, before: string | undefined): Problem {
  return {
    severity: 'warning',
    ruleId: 'renamed-guide',
    reason: `Unexpected questions of ${before === undefined ? `the guide \`${id}\`` : `\`${before}\`, which is gone`}, read as that guide renamed`,
    note: 'Learners keep their progress. If it is another guide, give it an `id` of its own in the front matter.'
  }
}

const namelessProblem: Problem = {
  severity: 'error',
  ruleId: 'guide-without-id',
  reason: 'Unexpected text without title or file name, expected an id that keeps its deck re-importable',
  note: 'Name it with `--id kafka`, or begin it with a heading `# Kafka`.'
}
