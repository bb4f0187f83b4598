/*
 * node scripts/bundle.ts (part of `npm run dist`)
 *
 * Puts the command line and the libraries it runs on into few files, dist/bundle: a run of 0.2 s has no time to look for 400.
 * The library (dist/index.js) stays as tsc compiles it. Measurements: docs/decisions/0006-bundle-the-command-line.md
 */
import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, build, type Metafile, type Plugin} from 'esbuild'

const top = fileURLToPath(new URL('..', import.meta.url))
const src = join(top, 'src')
const out = join(top, 'dist/bundle')

/** Packages whose code looks for files beside itself, and which are asked for such files. */
const external = ['@sparticuz/chromium']

const common = {
  absWorkingDir: top,
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'], // An `import()` of a CommonJS file would have no names but `default`.
  alias: {yaml: join(top, 'node_modules/yaml/browser/index.js')}, // The same in modules; its `exports` give CommonJS to Node.
  target: 'node22.18',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none', // Their texts stand in licences.txt.
  logLevel: 'warning',
  logOverride: {'ignored-bare-import': 'silent'} // Imports for their types only.
} as const satisfies BuildOptions

const {metafile} = await build({
  ...common,
  entryPoints: [join(src, 'cli/main.ts')],
  outdir: out,
  splitting: true,
  external,
  metafile: true,
  // CommonJS packages within ask for node's own modules with `require`.
  banner: {js: "import {createRequire as requireFrom} from 'node:module';const require=requireFrom(import.meta.url);"},
  plugins: [keepPlaces(), requireHttp()]
})
expectNames(metafile)
await writeFile(join(out, 'licences.txt'), await licences(metafile))
// A thread that parses is found where tsc puts its file. One file starts in half the processor time of a hundred; all in it is in the bundle too.
const worker = 'read/parse-worker'
await build({...common, entryPoints: [join(src, `${worker}.ts`)], outfile: join(top, `dist/${worker}.js`)})

/** @throws RangeError when a package that the source imports by `import()` came as CommonJS: its names would be missing when the command runs. */
function expectNames({outputs}: Metafile): void {
  for (const {entryPoint = '', exports} of Object.values(outputs))
    if (entryPoint.includes('node_modules/') && exports.join() === 'default')
      throw new RangeError(`Expected ${entryPoint} to be a module with names, not CommonJS`)
}

/** `import.meta.url` of a source file means the place where tsc puts it, so that assets are found from there. All chunks lie in dist/bundle itself. */
function keepPlaces(): Plugin {
  return {
    name: 'keep-places',
    setup({onLoad}) {
      onLoad({filter: /\.ts$/}, async ({path}) => {
        if (!path.startsWith(src)) return undefined
        const compiled = `../${relative(src, path).replace(/\.ts$/, '.js')}`
        const text = await readFile(path, 'utf8')
        return {loader: 'ts', contents: text.replaceAll('import.meta.url', `new URL(${JSON.stringify(compiled)}, import.meta.url).href`)}
      })
    }
  }
}

/**
 * `node:http` comes by `require`. An `import` reads every export at once, its lazy ones too, and loads all of undici for a WebSocket
 * that puppeteer never opens: 0.04 s of processor time.
 */
function requireHttp(): Plugin {
  return {
    name: 'require-http',
    setup({onResolve, onLoad}) {
      onResolve({filter: /^(?:node:)?https?$/}, ({path, kind}) =>
        kind === 'import-statement' ? {path, namespace: 'required', sideEffects: false} : undefined
      )
      onLoad({filter: /^/, namespace: 'required'}, ({path}) => ({contents: `module.exports = require(${JSON.stringify(path)})`}))
    }
  }
}

/** The licence of each package that is in the bundle, which their terms ask to be passed on. */
async function licences({inputs}: Metafile): Promise<string> {
  const folders = new Set(Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))
  const texts = await Promise.all([...folders].sort().map((folder) => licenceOf(join(top, folder))))
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}

async function licenceOf(folder: string): Promise<string> {
  const {name, version, license}: Record<string, unknown> = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? await readFile(join(folder, file), 'utf8') : ''
  return `${name} ${version} (${license})\n\n${text}`
}
