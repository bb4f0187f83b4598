import {naturalGuideId} from '../guide/guide-id.ts'
import type {Lock} from '../lock/lock.ts'
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
  const claim = ({draft, path}: Unnamed, id: string): void => {
    const source = free.has(id) ? undefined : named.guides[id]?.source
    const owner = owners.get(id) ?? (source === path ? undefined : source)
    if (owner !== undefined) addProblem(draft.source.file, twinProblem(id, owner))
    else {
      owners.set(id, draft.source.file.path)
      ids.set(draft, id)
    }
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
    const entry = natural === undefined ? undefined : named.guides[natural]
    const heir = entry ? undefined : heirOf(guide, named, (id) => free.has(id) && !owners.has(id))
    const id = heir ?? natural
    if (id === undefined) addProblem(source.file, namelessProblem)
    else {
      if (heir !== undefined) addProblem(source.file, renamedProblem(heir, named.guides[heir]?.source))
      claim(guide, id)
    }
  }
  return {ids, lock: named}
}

/** The free guide of which this one has more than half of the cards, and which makes more than half of this one. */
function heirOf({unsettled}: Unnamed, lock: Lock, isFree: (id: string) => boolean): string | undefined {
  const today = new Set(unsettled.map(({prints}) => prints.question))
  return Object.entries(lock.guides).find(([id, {cards}]) => {
    if (!isFree(id)) return false
    const live = Object.values(cards).filter(({removed}) => removed === undefined)
    const shared = live.filter(({question}) => today.has(question)).length
    return shared * 2 > live.length && shared * 2 > unsettled.length
  })?.[0]
}

function twinProblem(id: string, owner: string): Problem {
  return {
    severity: 'error',
    ruleId: 'duplicate-guide-id',
    reason: `Unexpected guide id \`${id}\` that \`${owner}\` has too, expected one of its own`,
    note: `Give one of them an id in its front matter: \`id: ${id}-2\``
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
