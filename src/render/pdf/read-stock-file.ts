import type {ReadTemplateFile} from '../../template/load-template.ts'
import type {ReadAsset} from './fonts/find-package.ts'

/** Reads texts of the templates that cardpress ships; undefined where there is no such file. */
export function readStockFile(readAsset: ReadAsset): ReadTemplateFile {
  return async (path) => {
    try {
      return Buffer.from(await readAsset(new URL(`../../../templates/pdf/${path}`, import.meta.url))).toString('utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }
}
