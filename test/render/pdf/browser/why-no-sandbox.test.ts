import {expect, test} from 'vitest'
import {whyNoSandbox} from '../../../../src/render/pdf/browser/why-no-sandbox.ts'

test.each([
  ['linux', 1000, [], undefined],
  ['linux', 0, [], 'it was started by root'],
  ['linux', 1000, ['/.dockerenv'], 'it was started in a container'],
  ['linux', 1000, ['/run/.containerenv'], 'it was started in a container'],
  ['darwin', 0, [], undefined],
  ['win32', undefined, [], undefined]
] as const)('whyNoSandbox() on %s for user %s with %j', (platform, uid, files, reason) => {
  expect(whyNoSandbox({platform, uid, exists: (path) => (files as readonly string[]).includes(path)})).toBe(reason)
})
