/** Debian's package for each library that Chromium wants and small systems lack. */
const PACKAGES: Readonly<Record<string, string>> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2'
}

/** The library for want of which a program did not start, from what the dynamic linker wrote (glibc, musl). */
export function missingLibrary(error: unknown): string | undefined {
  const text = String(error)
  return (/error while loading shared libraries: ([^\s:]+)/.exec(text) ?? /Error loading shared library ([^\s:]+)/.exec(text))?.[1]
}

/** Package that brings a library on Debian and Ubuntu; the library's own name where we do not know. */
export function packageOfLibrary(library: string): string {
  return PACKAGES[library] ?? library.replace(/\.so.*$/, '').toLowerCase()
}
