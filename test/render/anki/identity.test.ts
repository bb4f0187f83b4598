import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {guid} from '../../../src/render/anki/guid.ts'
import {loadModels} from '../../../src/render/anki/load-models.ts'
import {notetypes} from '../../../src/render/anki/notetype.ts'
import {stableIds} from '../../../src/render/anki/stable-ids.ts'

test('guid() is frozen: decks out there are matched by it', () => {
  expect([guid('kafka', 'abc', 'standard'), guid('kafka', 'abc', 'cloze'), guid('java', 'abc', 'standard')]).toEqual([
    'IGhNt6gc3KIkQk',
    'auosDFVxLawwMZ',
    '8XqfRYhxjLA5w2'
  ])
})

test('stableIds() are frozen, neighbours keep room for all cards of a note, and a clash takes the next place', () => {
  expect(stableIds(['a', 'b', 'a', 'a'])).toEqual([1422124764000, 1494008933000, 1422124765000, 1422124766000])
})

test('stableIds() are unique past milliseconds on a grid of 1000', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      const ids = stableIds(keys)
      expect(new Set(ids).size).toBe(keys.length)
      expect(ids.every((id) => id % 1000 === 0 && id >= 1_420_070_400_000 && id < 1_680_000_000_000)).toBe(true)
    })
  )
})

test('the notetypes are frozen: names, ids, number and order of fields and templates', () => {
  const frozen = notetypes.map(({id, name, kind, fields, templates}) => ({
    ...{id, name, kind},
    fields: fields.map((field) => `${field.id} ${field.name}`),
    templates: templates.map((template) => `${template.id} ${template.name}`)
  }))
  expect(frozen).toEqual([
    {
      id: 1731204518371,
      name: 'Cardpress Q&A',
      kind: 'standard',
      fields: [
        '7316800101 Question',
        '7316800102 Answer',
        '7316800103 Explanation',
        '7316800104 Context',
        '7316800105 Source',
        '7316800106 Label',
        '7316800107 Reverse',
        '7316800108 Meta',
        '7316800109 Spare1',
        '7316800110 Spare2',
        '7316800111 Spare3'
      ],
      templates: ['7316800181 Forward', '7316800182 Reverse']
    },
    {
      id: 1731204527846,
      name: 'Cardpress Cloze',
      kind: 'cloze',
      fields: [
        '7316800201 Text',
        '7316800202 Explanation',
        '7316800203 Context',
        '7316800204 Source',
        '7316800205 Label',
        '7316800206 Meta',
        '7316800207 Spare1',
        '7316800208 Spare2',
        '7316800209 Spare3'
      ],
      templates: ['7316800281 Cloze']
    }
  ])
})

test('a change of templates or CSS raises the time of its notetype, or learners keep the old look', async () => {
  const models = await loadModels(async (url) => readFileSync(url))
  const looks = Object.values(models).map(({name, mod, css, tmpls}) => {
    const look = JSON.stringify([css, tmpls.map(({qfmt, afmt}) => [qfmt, afmt])])
    return `${name} ${mod} ${createHash('sha256').update(look).digest('hex').slice(0, 8)}`
  })
  expect(looks).toEqual(['Cardpress Q&A 1795392000 23dbb861', 'Cardpress Cloze 1795392000 9931b059'])
})
