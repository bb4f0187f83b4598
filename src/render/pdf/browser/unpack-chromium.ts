import {createReadStream, createWriteStream} from 'node:fs'
import {chmod, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {promisify} from 'node:util'
import {brotliDecompress, createBrotliDecompress} from 'node:zlib'
import {isOurs, makePrivate} from './cache-folder.ts'
import {untar} from './untar.ts'

/** How often runs may cross each other before one gives up. */
const tries = 8

/** The embedded browser on disk. */
export interface UnpackedChromium {
  readonly executablePath: string
  /** Shared libraries for systems that lack them; for LD_LIBRARY_PATH. */
  readonly libraryFolder: string
  /** Names one plain font, for systems without any; for FONTCONFIG_FILE. */
  readonly fontConfig: string
}

/**
 * Unpacks the embedded browser (67 MB to 209 MB, two seconds) into a folder of this user and this version, once.
 * It is made beside its place and renamed into it, so that a run beside this one sees all of it or nothing;
 * a folder that another user could have filled, or that is cut short, is not used.
 *
 * @param bin - Folder with `chromium.br` and its companions.
 * @param cache - Parent folder, ours alone.
 * @param version - Of the package: a new browser gets a new folder.
 */
export async function unpackChromium(bin: string, cache: string, version: string): Promise<UnpackedChromium> {
  await makePrivate(cache)
  const place = join(cache, `chromium-${version}`)
  if (!(await isWhole(place))) await unpackInto(place, bin, cache)
  return {executablePath: join(place, 'chromium'), libraryFolder: join(place, 'lib'), fontConfig: join(place, 'fonts.conf')}
}

async function unpackInto(place: string, bin: string, cache: string): Promise<void> {
  await removeLeftovers(cache)
  const scratch = await mkdtemp(join(cache, 'unpacking-'))
  try {
    const executable = join(scratch, 'chromium')
    await Promise.all([
      pipeline(
        createReadStream(join(bin, 'chromium.br')),
        createBrotliDecompress({chunkSize: 2 ** 21}),
        createWriteStream(executable, {mode: 0o700})
      ),
      unpackTar(join(bin, 'al2023.tar.br'), scratch),
      unpackTar(join(bin, 'fonts.tar.br'), scratch)
    ])
    await writeFile(
      join(scratch, 'fonts.conf'),
      `<fontconfig><dir>${join(place, 'fonts')}</dir><cachedir>${join(place, 'fontcache')}</cachedir></fontconfig>`
    )
    await chmod(executable, 0o700)
    await writeFile(join(scratch, 'size'), String((await stat(executable)).size))
    await putInPlace(scratch, place)
  } finally {
    await rm(scratch, {recursive: true, force: true})
  }
}

/** A run that was killed leaves 200 MB. Unpacking takes seconds: what is an hour old, nobody is at. */
async function removeLeftovers(cache: string): Promise<void> {
  const names = await readdir(cache)
  for (const name of names.filter((name) => name.startsWith('unpacking-'))) {
    const stats = await lstat(join(cache, name)).catch(() => undefined)
    if (stats && Date.now() - stats.mtimeMs > 3_600_000) await rm(join(cache, name), {recursive: true, force: true}).catch(() => undefined)
  }
}

/**
 * A folder cannot be renamed over one with content: what stands there is either whole (another run was faster) or worthless.
 * Only what was seen worthless after our own try goes aside, in one step: to delete it in place, or to move it before trying,
 * could take what another run has just put there. Runs that cross all the same try again.
 */
async function putInPlace(scratch: string, place: string): Promise<void> {
  for (let attempt = 1; !(await isWhole(place)); attempt++) {
    const failure = await rename(scratch, place).then(
      () => undefined,
      (error: unknown) => error
    )
    if (failure === undefined || (await isWhole(place))) return
    if (attempt === tries) throw failure
    const aside = `${scratch}-worthless-${attempt}`
    await rename(place, aside).catch(() => undefined)
    await rm(aside, {recursive: true, force: true})
  }
}

/** Ours, closed to others, and of the size it had when it was unpacked. Hashing 209 MB would cost 0.7 s a run and guard against nobody but ourselves. */
async function isWhole(place: string): Promise<boolean> {
  try {
    const folder = await lstat(place)
    const executable = await lstat(join(place, 'chromium'))
    const size = await readFile(join(place, 'size'), 'utf8')
    const isPrivate = folder.isDirectory() && executable.isFile() && isOurs(folder, 0o077) && isOurs(executable, 0o077)
    return isPrivate && executable.size > 0 && String(executable.size) === size
  } catch {
    return false
  }
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  const bytes = await promisify(brotliDecompress)(await readFile(archive))
  for (const {path, content} of untar(bytes)) {
    const target = join(folder, path)
    await mkdir(dirname(target), {recursive: true, mode: 0o700})
    await writeFile(target, content, {mode: 0o700})
  }
}
