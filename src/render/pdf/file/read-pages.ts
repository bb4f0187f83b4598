import {objectOf, type PdfFile} from './pdf-file.ts'

/** Object numbers of the pages, in order. */
export function readPages(file: PdfFile): readonly number[] {
  const root = Number(/\/Pages (\d+) 0 R/.exec(objectOf(file, file.root).body)?.[1])
  return leavesOf(file, root)
}

function leavesOf(file: PdfFile, number: number): readonly number[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(objectOf(file, number).body)?.[1]
  if (kids === undefined) return [number]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => leavesOf(file, Number(kid)))
}
