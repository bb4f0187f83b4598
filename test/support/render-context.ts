import {readFile} from 'node:fs/promises'
import {VFile} from 'vfile'
import type {RenderContext, RenderOptions} from '../../src/render/renderer.ts'

/** The world of a renderer in a test: assets from the checkout, no browser, problems on `file`. */
export function renderContext(options: Partial<RenderOptions> = {}, file: VFile = new VFile({path: 'made.md'})): RenderContext {
  return {
    file,
    options: {layouts: [], paper: 'A4', csvFormat: 'sheet', ...options},
    readAsset: (url) => readFile(url),
    browser: () => Promise.reject(new Error('Expected no browser to be wanted'))
  }
}
