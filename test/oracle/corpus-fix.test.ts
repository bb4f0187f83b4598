import {existsSync} from 'node:fs'
import {cp, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect} from 'vitest'
import {filesIn} from '../support/folder-contents.ts'
import {judgedBy} from '../support/judged-by.ts'
import {runCardpress, runProcess} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))

async function textsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await filesIn(folder)).filter((name) => /\.mdx?$/.test(name))
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
}

/** The corpus' own judge over what is read of it now, by column. */
async function scoresOf(cwd: string): Promise<Readonly<Record<string, number>>> {
  await runCardpress(['cards', 'corpus', '--json', '--quiet', '--out', 'read'], {cwd})
  const {stdout} = await runProcess('python3', [join(corpus, 'evaluate.py'), corpus, join(cwd, 'read'), '--json'], {cwd})
  const {overall}: {overall: Record<string, number>} = JSON.parse(stdout)
  return overall
}

/** With `CARDPRESS_FULL`, where the corpus lies beside the project. */
describe.runIf(process.env.CARDPRESS_FULL && existsSync(corpus))('check --fix over the corpus', () => {
  judgedBy('python')(
    'repairs a few lines, twice in a row changes nothing, and every card is read as well as before',
    {timeout: 300_000},
    async () => {
      const cwd = await temporaryFolder()
      await cp(corpus, join(cwd, 'corpus'), {recursive: true})
      const before = {texts: await textsIn(join(cwd, 'corpus')), scores: await scoresOf(cwd)}
      await runCardpress(['check', '--fix', 'corpus', '--quiet'], {cwd})
      const after = {texts: await textsIn(join(cwd, 'corpus')), scores: await scoresOf(cwd)}
      const added = [...after.texts].flatMap(([name, text]) => {
        const old = new Set(before.texts.get(name)?.split('\n'))
        return text.split('\n').filter((line) => !old.has(line))
      })
      expect(added.length).toBeGreaterThan(0)
      expect(added.length).toBeLessThan(30)
      for (const [column, score] of Object.entries(before.scores)) expect([column, after.scores[column]]).toEqual([column, score])
      await runCardpress(['check', '--fix', 'corpus', '--quiet'], {cwd})
      expect(await textsIn(join(cwd, 'corpus'))).toEqual(after.texts)
    }
  )
})
