import {copyFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {pagesOfText, veraPdf} from './ask-pdf.ts'

const first =
  '# Kafka questions\n\n## What is a topic?\n\nA named log of records.\n\n## What is a broker?\n\nA server of the cluster.\n\n## Why keys?\n\nFor order.\n'
const second = `${first.replace('What is a topic?', 'What, in Kafka, is a topic?').replace('A server of', 'A machine of')}\n## What is new?\n\nThis one.\n`

judgedBy('poppler', 'verapdf')(
  'an errata page says what is new, what was asked before, and the page of the guide; the guide marks the same',
  async () => {
    const cwd = await temporaryFolder({'kafka.md': first})
    await runCardpress(['kafka.md', '--anki'], {cwd})
    await copyFile(join(cwd, 'out/kafka.apkg'), join(cwd, 'last.apkg'))
    await writeFile(join(cwd, 'kafka.md'), second)
    const options = ['--pdf', '--base', 'last.apkg']
    await runCardpress(['kafka.md', ...options, '--layout', 'guide,errata', '--mark-changes', '--out', 'marked'], {cwd})
    await runCardpress(['kafka.md', ...options, '--layout', 'guide', '--out', 'plain'], {cwd})
    await runCardpress(['kafka.md', ...options, '--layout', 'errata', '--out', 'alone'], {cwd})
    const text = (path: string) => pagesOfText(join(cwd, path)).join(' ').replace(/\s+/g, ' ')
    const errata = text('marked/kafka.errata.pdf')
    expect(errata).toContain('1 reworded, page 2 What, in Kafka, is a topic?')
    expect(errata).toContain('Before: What is a topic?')
    expect(errata).toContain('2 changed, page 2 What is a broker?')
    expect(errata).toContain('4 new, page 2 What is new?')
    expect(errata).not.toContain('Why keys?')
    expect(text('alone/kafka.errata.pdf')).toContain('4 new What is new?')
    const marks = /· (?:new|reworded|changed)/g
    expect([text('marked/kafka.guide.pdf').match(marks), text('plain/kafka.guide.pdf').match(marks)]).toEqual([
      ['· reworded', '· changed', '· new'],
      null
    ])
    const paths = ['marked/kafka.errata.pdf', 'marked/kafka.guide.pdf'].map((path) => join(cwd, path))
    expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
  }
)
