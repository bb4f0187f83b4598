/**
 * Page numbers of a book from those of its print: a chapter that would begin on a left-hand page gets a blank in front of it.
 * Right-hand pages have odd numbers.
 *
 * @param starts - Pages of the print on which chapters begin, from 1.
 * @param pages - How many the print has.
 * @returns The number of each page, the first one's first.
 */
export function bookNumbers(starts: readonly number[], pages: number): readonly number[] {
  const chapters = new Set(starts)
  let number = 0
  return Array.from({length: pages}, (_, index) => {
    number += chapters.has(index + 1) && number % 2 === 1 ? 2 : 1
    return number
  })
}
