import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {ankiPython} from '../../support/judged-by.ts'

/** One version of the real Anki, and the script that speaks its import calls. */
export interface Core {
  /** `newest`, a version, or a version and which of its importers. */
  readonly name: string
  readonly python: string
  readonly script: string
  /** Flags that every question to it gets. */
  readonly flags: readonly string[]
  /** A learner chooses how to import. */
  readonly hasDialog: boolean
}

const scriptAt = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** The pinned version of requirements.txt. */
export const newestCore: Core = {name: 'newest', python: ankiPython, script: scriptAt('anki_oracle.py'), flags: [], hasDialog: true}

/** The import calls of 23.10 are still those of today. */
const oldCalls = new Set(['2.1.54', '2.1.66'])

/** What 2.1.54 and AnkiDroid up to 2.16 take by default. */
const inPython = {suffix: ' (importer in Python)', flags: ['--python-importer']}
const inRust = {suffix: '', flags: []}

/** Those of older-cores.txt. */
export const olderCores: readonly Core[] = readFileSync(new URL('older-cores.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .flatMap((version): Core[] => {
    const python = scriptAt(`../../../.cache/anki-${version}/bin/python`)
    const script = scriptAt(oldCalls.has(version) ? 'older_core.py' : 'anki_oracle.py')
    return (version === '2.1.54' ? [inPython, inRust] : [inRust]).map(({suffix, flags}) => ({
      name: version + suffix,
      python,
      script,
      flags,
      hasDialog: !oldCalls.has(version)
    }))
  })

/** Older cores are asked with CARDPRESS_FULL; on a developer's machine those that are installed. */
export function isAsked({python}: Core): boolean {
  return process.env.CARDPRESS_FULL !== undefined && (process.env.CI === 'true' || existsSync(python))
}
