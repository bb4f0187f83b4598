import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {test} from 'vitest'

const cache = new URL('../../.cache/', import.meta.url)

/** The Python that has Anki's core installed; CARDPRESS_ANKI_PYTHON names another, with another version of the core. */
export const ankiPython: string = process.env.CARDPRESS_ANKI_PYTHON ?? fileURLToPath(new URL('anki/bin/python', cache))

/** Folder of veraPDF's jars, as `java -cp` takes it. */
export const verapdfClassPath: string = fileURLToPath(new URL('verapdf/*', cache))

/** Programs that we did not write and that judge what we wrote. */
export type Judge = 'anki' | 'verapdf' | 'poppler' | 'qpdf' | 'python'

const judges: Readonly<Record<Judge, () => boolean>> = {
  anki: () => existsSync(ankiPython),
  verapdf: () => existsSync(new URL('verapdf/pom.xml', cache)) && runs('java', '-version'),
  poppler: () => runs('pdfinfo', '-v') && runs('pdftotext', '-v'),
  qpdf: () => runs('qpdf', '--version'),
  python: () => runs('python3', '--version')
}

/**
 * `test` for a case that asks these judges. On a developer's machine that lacks one the case is skipped with a notice;
 * with `CI=true` it runs and fails, so that a gate never passes by not looking.
 */
export function judgedBy(...names: readonly Judge[]): ReturnType<typeof test.skipIf> {
  const missing = names.filter((name) => !judges[name]())
  if (missing.length > 0) process.stderr.write(`Missing ${missing.join(', ')}: run test/oracle/setup.sh to have these tests judged.\n`)
  return test.skipIf(missing.length > 0 && process.env.CI !== 'true')
}

function runs(command: string, argument: string): boolean {
  return spawnSync(command, [argument], {stdio: 'ignore'}).status === 0
}
