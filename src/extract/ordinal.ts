/** A number before a question: `12.`, `1)`, `(3)`, `#4`, `2.1`, `A.1`, `①`, `第3题`, `一、`, `١.`, `１．`. */
export interface Ordinal {
  readonly value: number
  /** Characters that the ordinal takes, white space after it included. */
  readonly length: number
}

const arabic =
  /^\s*(?:[#№]\s*)?(?:[([（【]\s*)?(?:第\s*)?(\d{1,4})((?:\.\d{1,3})*)\*?\s*(?:[题題问問道]\s*[.:：、]?|[.)\]、．）】](?!\d)|[:：]|\s[-–—](?=\s))\s*/u
const hash = /^\s*#\s?(\d{1,4})[\s.:)-]+/u
const chinese = /^\s*[（(]?([一二三四五六七八九十]{1,3})[、．.）)]\s*/u
const dotted = /^\s*(\d{1,2})\.(\d{1,2})(?:\.\d{1,2})?\.?\s+(?=\p{L}|\p{P})/u
const lettered = /^\s*[A-Z]\.(\d{1,3})(?:\.\d{1,3})?(?:\.?[-–)]|\.|:)?\s+(?=\p{L}|\p{P})/u
const circled = /^\s*([①-⑳])\s*/u
const keycap = /^\s*((?:\d\ufe0f?\u20e3)+)\s*[.:)]?\s*/u
/** Pictures that some set before the number; a digit can be a part of one (`1️⃣`). */
const pictures = /^\s*(?:(?![\d#*])\p{Extended_Pictographic}(?:\ufe0f|\u200d|\p{Emoji_Modifier})*\s*)+/u
const digits = '一二三四五六七八九'
/** Marks that turn the direction of writing. */
const directions = /^[\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*/u
/** Zeros of the digits that people count with instead of ASCII's: Arabic, Persian, Devanagari, Bengali, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10] as const
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/gu
/** No ordinal is longer, pictures before it aside. */
const longest = 24

/** Reads the number that a text begins with. Years, versions ("3.11 features") and plain numbers ("5 ways") are none. */
export function readOrdinal(written: string): Ordinal | undefined {
  const turn = directions.exec(written)?.[0].length ?? 0
  const text = withWesternDigits(written.slice(turn))
  const lead = pictures.exec(text)?.[0].length ?? 0
  const behind = lead === 0 ? undefined : readBare(text.slice(lead))
  const ordinal = behind ?? readBare(text)
  return ordinal && {value: ordinal.value, length: turn + (behind ? lead : 0) + ordinal.length}
}

function withWesternDigits(text: string): string {
  const head = text.slice(0, longest)
  const western = head.replace(otherDigits, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code))
  })
  return western === head ? text : western + text.slice(longest)
}

function readBare(text: string): Ordinal | undefined {
  const parts = dotted.exec(text)
  if (parts) return {value: Number(parts[1]) + Number(parts[2]) / 1000, length: parts[0].length}
  const match = arabic.exec(text) ?? hash.exec(text) ?? lettered.exec(text)
  if (match) return {value: Number(match[1]), length: match[0].length}
  const key = keycap.exec(text)
  if (key?.[1]) return {value: Number(key[1].replace(/\D/g, '')), length: key[0].length}
  const han = chinese.exec(text)
  if (han?.[1]) return {value: fromHan(han[1]), length: han[0].length}
  const ring = circled.exec(text)
  return ring?.[1] ? {value: (ring[1].codePointAt(0) ?? 0) - 0x245f, length: ring[0].length} : undefined
}

function fromHan(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text]
  const ten = tens === '' ? 1 : digits.indexOf(tens ?? '') + 1
  return (text.includes('十') ? ten * 10 : 0) + digits.indexOf(ones ?? '') + 1
}
