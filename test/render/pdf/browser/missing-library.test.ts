import {expect, test} from 'vitest'
import {missingLibrary, packageOfLibrary} from '../../../../src/render/pdf/browser/missing-library.ts'

test('missingLibrary() reads what the linkers of glibc and musl say', () => {
  const glibc = new Error('Failed to launch: chromium: error while loading shared libraries: libnss3.so: cannot open shared object file')
  expect(missingLibrary(glibc)).toBe('libnss3.so')
  expect(missingLibrary(new Error('Error loading shared library libgbm.so.1: No such file'))).toBe('libgbm.so.1')
  expect(missingLibrary(new Error('No usable sandbox!'))).toBeUndefined()
})

test('packageOfLibrary() names the package, or guesses from the library', () => {
  expect(packageOfLibrary('libgbm.so.1')).toBe('libgbm1')
  expect(packageOfLibrary('libNew.so.3')).toBe('libnew')
})
