import {existsSync, readdirSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {homedir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Browser} from 'puppeteer'
import {CliError} from '../../../report/cli-error.ts'
import {cacheFolder, temporaryCache} from './cache-folder.ts'
import {type BrowserChoice, findBrowsers} from './find-browsers.ts'
import {missingLibrary, packageOfLibrary} from './missing-library.ts'
import {startProcess} from './start-process.ts'
import {unpackChromium} from './unpack-chromium.ts'
import {whyNoSandbox} from './why-no-sandbox.ts'

/** How to start one browser. */
interface Start {
  readonly executablePath: string
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>
  /** Environment that brings libraries the system may lack; tried when the first start fails for want of one. */
  readonly libraryEnv?: Readonly<Record<string, string>>
}

/**
 * Our own switches: the embedded package's would turn web security off. Hinting off makes text the same on every machine;
 * the first start of a browser must not ask the desktop's key ring nor fetch anything; shared memory is scarce in containers.
 */
const SWITCHES = [
  '--headless',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
  '--hide-scrollbars',
  '--mute-audio',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--disable-hang-monitor',
  '--disable-renderer-backgrounding',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--lang=en-US',
  '--password-store=basic',
  '--use-mock-keychain'
] as const

/** The user's language would choose among fonts, and the zone among days. */
const NEUTRAL = {LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: 'en', TZ: 'UTC'} as const

/**
 * Finds and starts the browser that prints, with its sandbox on wherever that is possible.
 *
 * @param notice - Hears what a careful user wants to know: that the sandbox is off, and why.
 * @param onStart - Called when the browser's process runs, long before it answers.
 * @throws CliError (exit code 3) with the command that helps, when no browser can be started.
 */
export async function launchBrowser(notice: (text: string) => void = () => {}, onStart: () => void = () => {}): Promise<Browser> {
  const choices = findBrowsers({
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    home: homedir() || undefined,
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : [])
  })
  const failures: Error[] = []
  for (const choice of choices) {
    try {
      return await startChoice(choice, notice, onStart)
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(String(error)))
    }
  }
  throw noBrowser(choices, failures)
}

async function startChoice(choice: BrowserChoice, notice: (text: string) => void, onStart: () => void): Promise<Browser> {
  const start = choice.kind === 'embedded' ? await embedded() : {executablePath: choice.path, env: {}}
  const reason = whyNoSandbox({platform: process.platform, uid: process.getuid?.(), exists: existsSync})
  const openWithout = async (why: string): Promise<Browser> => {
    const browser = await launchWithLibraries(start, false, onStart)
    notice(`The browser runs without its sandbox: ${why}.`)
    return browser
  }
  if (reason) return openWithout(reason)
  try {
    return await launchWithLibraries(start, true, onStart)
  } catch (error) {
    if (!/no usable sandbox/i.test(String(error))) throw error
    return openWithout('this system does not let programs make one')
  }
}

async function launchWithLibraries(start: Start, sandbox: boolean, onStart: () => void): Promise<Browser> {
  try {
    return await launch(start, sandbox, onStart)
  } catch (error) {
    if (!start.libraryEnv || !missingLibrary(error)) throw error
    return launch({...start, env: {...start.env, ...start.libraryEnv}}, sandbox, onStart)
  }
}

function launch({executablePath, env}: Start, sandbox: boolean, onStart: () => void): Promise<Browser> {
  const args = [...SWITCHES, ...(sandbox ? [] : ['--no-sandbox'])]
  return startProcess({executablePath, args, env: {...process.env, ...NEUTRAL, ...env}}, onStart)
}

async function embedded(): Promise<Start> {
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin')
  const {version} = JSON.parse(await readFile(join(bin, '..', 'package.json'), 'utf8')) as {version: string}
  const unpack = (cache: string) => unpackChromium(bin, cache, version)
  const {executablePath, libraryFolder, fontConfig} = await unpack(cacheFolder()).catch((error: unknown) =>
    // A home that can't be written is common in containers. What fails twice is told as it failed first.
    unpack(temporaryCache()).catch(() => Promise.reject(error))
  )
  return {
    executablePath,
    env:
      existsSync('/etc/fonts/fonts.conf') || process.env.FONTCONFIG_FILE || process.env.FONTCONFIG_PATH
        ? {}
        : {FONTCONFIG_FILE: fontConfig},
    libraryEnv: {LD_LIBRARY_PATH: [libraryFolder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')}
  }
}

function noBrowser(choices: readonly BrowserChoice[], failures: readonly Error[]): CliError {
  const cause = failures.at(0)
  const [choice] = choices
  if (choice?.kind === 'named')
    return new CliError(
      choice.found
        ? `Could not start the browser that ${choice.variable} names: ${choice.path}: ${firstLine(cause)}`
        : `Expected ${choice.variable} to name a browser but found no file ${choice.path}; unset it or correct it`,
      3,
      {cause}
    )
  const library = failures.map(missingLibrary).find(Boolean)
  const help = library
    ? `it lacks ${library}: sudo apt-get install ${packageOfLibrary(library)}`
    : 'install Chrome, Edge or Chromium, or set CHROME_PATH to one; npx puppeteer browsers install chrome brings one'
  return new CliError(
    cause ? `Could not start a browser to print with (${firstLine(cause)}): ${help}` : `Found no browser to print with: ${help}`,
    3,
    {cause}
  )
}

function firstLine(error: Error | undefined): string {
  return (
    (error?.message ?? '')
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'no reason given'
  )
}
