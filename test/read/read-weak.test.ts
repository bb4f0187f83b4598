import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readWeak} from '../../src/read/read-weak.ts'
import {anki} from '../../src/render/anki/anki.ts'
import {makeGuide} from '../support/make-guide.ts'
import {renderContext} from '../support/render-context.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

test('readWeak() says that an export lacks scheduling, or is no package', async () => {
  const [deck] = await anki.render(makeGuide([{id: 'a', question: 'What?', answer: 'That.'}]), renderContext())
  const folder = await temporaryFolder({'fresh.apkg': deck?.bytes ?? '', 'text.apkg': 'no zip'})
  const fresh = join(folder, 'fresh.apkg')
  await expect(readWeak([fresh])).rejects.toThrow(
    `No card of ${fresh} was ever studied. Export with "Include scheduling information" ticked.`
  )
  await expect(readWeak([join(folder, 'text.apkg')])).rejects.toThrow(
    `The export ${join(folder, 'text.apkg')} can't be read (Expected a zip archive but found no directory). Give a package of Anki (.apkg).`
  )
})
