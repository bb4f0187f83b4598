import {defineConfig, type ViteUserConfig} from 'vitest/config'

/**
 * Slow judges (real Anki, veraPDF, a browser) live in test/oracle and read CARDPRESS_FULL to do all or a bounded share.
 * Files share the modules of their worker: loading them anew for each file took a fifth of the run. Two workers, as tests wait
 * for browsers and judges most of the time.
 */
const config: ViteUserConfig = defineConfig({
  test: {include: ['test/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 300_000, isolate: false, maxWorkers: 2}
})

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default config
