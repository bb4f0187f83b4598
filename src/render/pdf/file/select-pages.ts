import {addObject, objectOf, type PdfFile} from './pdf-file.ts'
import {pruneStructure} from './prune-structure.ts'
import {readOutline} from './read-outline.ts'
import {readPages} from './read-pages.ts'

/**
 * A file with some of the pages of another, which stays as it is. Tags and bookmarks of the other pages are left out, and so is
 * everything that only they needed. Bookmarks become a flat list.
 *
 * @param chosen - Pages from 0 in their new order; undefined is a blank one.
 * @param standIn - Place in `chosen` of the page to which links lead whose own is left out.
 */
export function selectPages(source: PdfFile, chosen: readonly (number | undefined)[], standIn: (page: number) => number): PdfFile {
  const objects = new Map([...source.objects].map(([number, object]) => [number, {...object}]))
  const file: PdfFile = {...source, objects}
  const pages = readPages(file)
  const root = Number(/\/Pages (\d+) 0 R/.exec(objectOf(file, file.root).body)?.[1])
  const box = /\/MediaBox \[[^\]]*\]/.exec(objectOf(file, pages[0] ?? root).body)?.[0] ?? ''
  const blank = () => addObject(file, {body: `<</Type /Page\n/Parent ${root} 0 R\n${box}\n/Resources <<>>>>`})
  const numbers = chosen.map((page) => (page === undefined ? blank() : (pages[page] ?? blank())))
  const dropped = new Set(pages.filter((page) => !numbers.includes(page)))
  pruneStructure(file, dropped)
  pruneOutline(file, dropped)
  moveDestinations(file, new Map(pages.flatMap((page, index) => (dropped.has(page) ? [[page, numbers[standIn(index)]]] : []))))
  for (const page of numbers) objectOf(file, page).body = objectOf(file, page).body.replace(/\/Parent \d+ 0 R/, `/Parent ${root} 0 R`)
  const kids = numbers.map((number) => `${number} 0 R`).join(' ')
  objects.set(root, {body: `<</Type /Pages\n/Count ${numbers.length}\n/Kids [${kids}]>>`})
  for (const page of dropped) objects.set(page, {body: 'null'})
  forgetUnreachable(file)
  return file
}

function pruneOutline(file: PdfFile, dropped: ReadonlySet<number>): void {
  const catalog = objectOf(file, file.root)
  const root = Number(/\/Outlines (\d+) 0 R/.exec(catalog.body)?.[1])
  const kept = readOutline(file).flatMap(({object}) => {
    const {body} = objectOf(file, object)
    return dropped.has(Number(/\/Dest \[(\d+) 0 R/.exec(body)?.[1])) ? [] : [{object, body}]
  })
  const [first] = kept
  const last = kept.at(-1)
  if (!root) return
  if (!first || !last) {
    catalog.body = catalog.body.replace(/\n?\/Outlines \d+ 0 R/, '')
    return
  }
  for (const [index, {object, body}] of kept.entries()) {
    const [before, after] = [kept[index - 1], kept[index + 1]]
    const bare = body.replace(/\n\/(?:Parent|Prev|Next|First|Last) \d+ 0 R|\n\/Count -?\d+/g, '').replace(/>>\s*$/, '')
    const links = [['Parent', root], ...(before ? [['Prev', before.object]] : []), ...(after ? [['Next', after.object]] : [])]
    objectOf(file, object).body = `${bare}${links.map(([key, number]) => `\n/${key} ${number} 0 R`).join('')}>>`
  }
  const ends = `/First ${first.object} 0 R\n/Last ${last.object} 0 R\n/Count ${kept.length}`
  file.objects.set(root, {body: `<</Type /Outlines\n${ends}>>`})
}

/** Places on pages that are gone become the whole page that stands in. */
function moveDestinations(file: PdfFile, standIns: ReadonlyMap<number, number | undefined>): void {
  const table = /\/Dests (\d+) 0 R/.exec(objectOf(file, file.root).body)?.[1]
  if (table === undefined) return
  const places = objectOf(file, Number(table))
  places.body = places.body.replace(/\[(\d+) 0 R \/XYZ [^\]]*\]/g, (place, page: string) => {
    const other = standIns.get(Number(page))
    return other === undefined ? place : `[${other} 0 R /Fit]`
  })
}

/** Objects that nothing leads to any more become empty ones. */
function forgetUnreachable(file: PdfFile): void {
  const seen = new Set<number>()
  const open = [file.root, file.info]
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (seen.has(number)) continue
    seen.add(number)
    const {body} = file.objects.get(number) ?? {body: ''}
    for (const [, next] of body.matchAll(/(\d+) 0 R\b/g)) open.push(Number(next))
  }
  for (const number of file.objects.keys()) if (!seen.has(number)) file.objects.set(number, {body: 'null'})
}
