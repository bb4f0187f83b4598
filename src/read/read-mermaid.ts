import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/**
 * The bundle of mermaid for browsers, as text: from the project around `cwd`, else from beside cardpress (where `npm install --global`
 * puts it); undefined where neither has it. It is never run here: what lies in a folder of notes may be anybody's.
 */
export async function readMermaid(cwd: string, own: string = fileURLToPath(import.meta.url)): Promise<string | undefined> {
  for (const folder of [...upwards(cwd), ...upwards(dirname(own))]) {
    const text = await readFile(join(folder, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js'), 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  return undefined
}

/** A folder and all above it. */
function upwards(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...upwards(above)]
}
