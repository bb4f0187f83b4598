const LONGEST = 48

/** As people read an address out: no protocol, no `www.`, no slash at the end; cut in its middle when it is long. Other text stays. */
export function shortAddress(url: string): string {
  if (!/^https?:\/\//i.test(url)) return url
  const short = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
  return short.length <= LONGEST ? short : `${short.slice(0, LONGEST / 2)}…${short.slice(1 - LONGEST / 2)}`
}
