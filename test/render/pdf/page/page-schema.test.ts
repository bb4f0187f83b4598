import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {toGuide} from '../../../../src/pipeline/to-guide.ts'
import {toSheetFurniture} from '../../../../src/render/pdf/editions/to-parts.ts'
import {layouts} from '../../../../src/render/pdf/layouts.ts'
import {furnitureSchema, pageSchema, templateSchema} from '../../../../src/render/pdf/page/page-schema.ts'
import {paperSize} from '../../../../src/render/pdf/page/paper-size.ts'
import {prepareLayout} from '../../../../src/render/pdf/prepare-layout.ts'
import {renderContext} from '../../../support/render-context.ts'
import {fieldTable} from '../support/field-table.ts'

const torture = new URL('../../../oracle/pdf/fixtures/torture.md', import.meta.url)

test('Every layout gives its template the data that the schema says, and no field besides', async () => {
  const {guide} = await toGuide(await readFile(torture, 'utf8'), {dateSeconds: 0})
  expect(guide?.cards.length).toBeGreaterThan(10)
  for (const layout of layouts) {
    const prepared = await prepareLayout(
      layout,
      paperSize('A4'),
      [{guide: guide as NonNullable<typeof guide>, version: 'A', person: ''}],
      renderContext({brief: true})
    )
    const numbers = {'card-1': 1}
    const page = {...prepared.data, pageNumbers: numbers, citedNumbers: numbers, steps: numbers}
    expect(pageSchema.parse(page)).toEqual(page)
    const furniture = {
      ...prepared.data,
      sheets: toSheetFurniture(
        prepared.parts,
        prepared.parts.flatMap(({headings}) => headings).map(() => 1),
        [1, 2]
      ),
      headerText: '',
      footerText: '',
      furnitureCss: ''
    }
    expect(furnitureSchema.parse(furniture)).toEqual(furniture)
  }
})

test('The schema refuses a field that it does not know and asks for each that it does', async () => {
  const {guide} = await toGuide('# T\n\n## What is a topic?\n\nA log.\n\n## What is a record?\n\nA pair.\n', {dateSeconds: 0})
  const {data} = await prepareLayout(
    {name: 'guide'},
    paperSize('A4'),
    [{guide: guide as NonNullable<typeof guide>, version: 'A', person: ''}],
    renderContext()
  )
  const page = {...data, pageNumbers: {}, citedNumbers: {}, steps: {}}
  expect(pageSchema.safeParse({...page, more: 1}).error?.issues.map(({message}) => message)).toEqual(['Unrecognized key: "more"'])
  const {fill, ...less} = page
  expect([fill, pageSchema.safeParse(less).success]).toEqual(['balance', false])
})

test('Every field says what it is', () => {
  const {properties} = templateSchema() as {properties: Record<string, Parameters<typeof fieldTable>[0]>}
  const rows = Object.values(properties).flatMap((schema) => fieldTable(schema).split('\n'))
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter((row) => row.endsWith('|  |'))).toEqual([])
})

test('docs/template-data.md lists the data of templates', async () => {
  const {properties} = templateSchema() as {properties: Record<'page.html' | 'furniture.html', Parameters<typeof fieldTable>[0]>}
  const own = Object.entries(properties['furniture.html'].properties ?? {}).filter(
    ([name]) => !(name in (properties['page.html'].properties ?? {}))
  )
  const page = `# Data of templates

What a template gets, made from the schema that a test holds against real data; \`cardpress templates schema\` prints it as JSON Schema. How to use it: [templates.md](templates.md). A path with \`[]\` is a field of each entry of a list: \`{% for section in sections %}{{ section.top }}{% endfor %}\`.

## \`page.html\`

${fieldTable(properties['page.html'])}

## \`furniture.html\`

The same without \`pageNumbers\` and \`citedNumbers\`, and:

${fieldTable({properties: Object.fromEntries(own)})}
`
  await expect(page).toMatchFileSnapshot(fileURLToPath(new URL('../../../../docs/template-data.md', import.meta.url)))
})
