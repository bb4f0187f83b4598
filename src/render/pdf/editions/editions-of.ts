import type {Guide} from '../../../guide/guide.ts'
import {slug} from '../../../guide/slug.ts'
import {toVersion} from '../../../guide/version/to-version.ts'
import type {RenderOptions} from '../../renderer.ts'
import type {Layout} from '../layouts.ts'

/** A guide as one person gets it. */
export interface Handout {
  readonly guide: Guide
  /** `A`; empty where there is but one. */
  readonly version: string
  /** On the line for the name; empty for a sheet to fill in. */
  readonly person: string
}

/** What becomes one file. */
export interface Edition {
  /** One, or one for each person. */
  readonly handouts: readonly Handout[]
  /** Between the layout's name and `.pdf`: `A`, `ada-lovelace`. */
  readonly suffix?: string
}

/**
 * The files of a layout: one for each version; where sheets bear names, one with the sheets of all people or one for each, versions
 * in turn.
 */
export function editionsOf({personal, plain: isPlain}: Layout, guide: Guide, options: RenderOptions): readonly Edition[] {
  const {versions = [], seed = 1, people = [], split = false} = options
  const sheets = versions.map((version) => ({guide: toVersion(guide, version, seed), version, person: ''}))
  const plain = {guide, version: '', person: ''}
  if (isPlain) return [{handouts: [plain]}]
  if (!personal || people.length === 0)
    return sheets.length === 0 ? [{handouts: [plain]}] : sheets.map((handout) => ({handouts: [handout], suffix: handout.version}))
  const handouts = people.map((person, index) => ({...(sheets[index % sheets.length] ?? plain), person}))
  if (!split) return [{handouts, suffix: 'names'}]
  const names = fileNames(people)
  return handouts.map((handout, index) => ({handouts: [handout], suffix: names[index] ?? String(index + 1)}))
}

/** File systems take 255 bytes; letters may have four. */
const LONGEST_NAME = 40

/** A name for the file of each person; namesakes are counted. */
function fileNames(people: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return people.map((person) => {
    const stem = slug(person).slice(0, LONGEST_NAME).replace(/-$/, '') || 'person'
    let name = stem
    for (let count = 2; taken.has(name); count++) name = `${stem}-${count}`
    taken.add(name)
    return name
  })
}
