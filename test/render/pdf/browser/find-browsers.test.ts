import {expect, test} from 'vitest'
import {findBrowsers, type Machine} from '../../../../src/render/pdf/browser/find-browsers.ts'

function machine(known: Partial<Machine> & {files?: readonly string[]}): Machine {
  const files = known.files ?? []
  return {
    platform: 'linux',
    arch: 'x64',
    env: {},
    home: '/home/ada',
    exists: (path) => files.includes(path),
    list: (folder) => [
      ...new Set(files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length + 1).split(/[\\/]/)[0] ?? ''))
    ],
    ...known
  }
}

test('findBrowsers() takes the browser that CHROME_PATH names and no other', () => {
  const env = {CHROME_PATH: '/opt/chrome', PUPPETEER_EXECUTABLE_PATH: '/opt/other'}
  expect(findBrowsers(machine({env, files: ['/opt/chrome', '/usr/bin/chromium']}))).toEqual([
    {kind: 'named', path: '/opt/chrome', variable: 'CHROME_PATH', found: true}
  ])
  expect(findBrowsers(machine({env: {PUPPETEER_EXECUTABLE_PATH: '/gone'}, files: ['/usr/bin/chromium']}))).toEqual([
    {kind: 'named', path: '/gone', variable: 'PUPPETEER_EXECUTABLE_PATH', found: false}
  ])
})

test('findBrowsers() puts the embedded browser first on Linux x64, then installed ones in the order of PATH', () => {
  const files = ['/usr/bin/chromium', '/opt/bin/google-chrome', '/snap/bin/chromium']
  expect(findBrowsers(machine({env: {PATH: '/opt/bin:relative:/usr/bin'}, files}))).toEqual([
    {kind: 'embedded'},
    {kind: 'installed', path: '/opt/bin/google-chrome'},
    {kind: 'installed', path: '/usr/bin/chromium'},
    {kind: 'installed', path: '/snap/bin/chromium'}
  ])
})

test('findBrowsers() has no embedded browser for ARM and falls back to what puppeteer downloaded, newest first', () => {
  const cache = '/home/ada/.cache/puppeteer/chrome'
  const files = [`${cache}/linux-99.0.1/chrome-linux64/chrome`, `${cache}/linux-140.0.2/chrome-linux64/chrome`]
  expect(findBrowsers(machine({arch: 'arm64', files}))).toEqual([
    {kind: 'installed', path: `${cache}/linux-140.0.2/chrome-linux64/chrome`},
    {kind: 'installed', path: `${cache}/linux-99.0.1/chrome-linux64/chrome`}
  ])
})

test('findBrowsers() knows the applications of macOS, for all and for the user', () => {
  const files = [
    '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  ]
  expect(findBrowsers(machine({platform: 'darwin', arch: 'arm64', home: '/Users/ada', files}))).toEqual(
    files.map((path) => ({kind: 'installed', path}))
  )
})

test('findBrowsers() knows the program folders of Windows', () => {
  const env = {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local'
  }
  const files = [
    'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  ]
  expect(findBrowsers(machine({platform: 'win32', env, home: 'C:\\Users\\ada', files}))).toEqual(
    files.map((path) => ({kind: 'installed', path}))
  )
})

test('findBrowsers() finds nothing on a bare machine without a home', () => {
  expect(findBrowsers(machine({platform: 'darwin', home: undefined}))).toEqual([])
})
