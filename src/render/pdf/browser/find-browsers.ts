import {posix, win32} from 'node:path'

/** What the finder may know of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Home folder, or `undefined` where there is none. */
  readonly home: string | undefined
  exists(path: string): boolean
  /** Names in a folder; empty when it is not there. */
  list(folder: string): readonly string[]
}

/** A browser worth trying. `named`: the user asked for this one and no other will do. */
export type BrowserChoice =
  | {readonly kind: 'named'; readonly path: string; readonly variable: string; readonly found: boolean}
  | {readonly kind: 'embedded'}
  | {readonly kind: 'installed'; readonly path: string}

const VARIABLES = ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'] as const

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser'
] as const

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe'
] as const

const LINUX_COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge'
] as const
const LINUX_FOLDERS = ['/usr/local/bin', '/usr/bin', '/snap/bin'] as const

/** Folder inside a puppeteer download (`chrome/linux-140.0/chrome-linux64/chrome`), by platform. */
const PUPPETEER_EXECUTABLES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chrome-linux64/chrome', 'chrome-headless-shell-linux64/chrome-headless-shell'],
  darwin: [
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
  ],
  win32: ['chrome-win64\\chrome.exe', 'chrome-headless-shell-win64\\chrome-headless-shell.exe']
}

/**
 * Browsers to try, best first: the one an environment variable names (then no other), the embedded one where it runs
 * (Linux on x64), installed ones, what puppeteer downloaded (newest first).
 */
export function findBrowsers(machine: Machine): readonly BrowserChoice[] {
  for (const variable of VARIABLES) {
    const path = machine.env[variable]
    if (path) return [{kind: 'named', path, variable, found: machine.exists(path)}]
  }
  const embedded: BrowserChoice[] = machine.platform === 'linux' && machine.arch === 'x64' ? [{kind: 'embedded'}] : []
  const paths = [...installedPaths(machine), ...puppeteerPaths(machine)].filter((path) => machine.exists(path))
  return [...embedded, ...paths.map((path): BrowserChoice => ({kind: 'installed', path}))]
}

function installedPaths({platform, env, home}: Machine): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(home ? [posix.join(home, 'Applications')] : [])]
    return MAC_APPS.flatMap((app) => folders.map((folder) => posix.join(folder, app)))
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined)
    return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => win32.join(folder, program)))
  }
  const folders = [...(env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/')), ...LINUX_FOLDERS]
  return LINUX_COMMANDS.flatMap((command) => [...new Set(folders)].map((folder) => posix.join(folder, command)))
}

function puppeteerPaths(machine: Machine): readonly string[] {
  const {join} = machine.platform === 'win32' ? win32 : posix
  const cache = machine.env.PUPPETEER_CACHE_DIR ?? (machine.home && join(machine.home, '.cache', 'puppeteer'))
  if (!cache) return []
  return ['chrome', 'chrome-headless-shell'].flatMap((product) => {
    const folder = join(cache, product)
    const builds = machine.list(folder).toSorted((a, b) => b.localeCompare(a, 'en', {numeric: true}))
    const executables = PUPPETEER_EXECUTABLES[machine.platform] ?? []
    return builds.flatMap((build) => executables.map((executable) => join(folder, build, executable)))
  })
}
