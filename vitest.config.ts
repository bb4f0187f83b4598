import {defineConfig, type ViteUserConfig} from 'vitest/config'

/** Slow judges (real Anki, veraPDF, a browser) live in test/oracle and read CARDPRESS_FULL to do all or a bounded share. */
const config: ViteUserConfig = defineConfig({
  test: {include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000}
})

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default config
