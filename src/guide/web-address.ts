/** Longer ones make QR codes that no telephone reads off a corner of paper. */
const LONGEST_ADDRESS = 300

/** What is wanted, as messages say it. */
export const WANTED_ADDRESS: string = `an address of ${LONGEST_ADDRESS} characters at most such as https://example.com/notes`

/** An address on the web in its normal form; undefined for anything else, and for what is too long for a QR code. */
export function readWebAddress(value: string): string | undefined {
  const isAddress = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
  return isAddress && value.length <= LONGEST_ADDRESS ? new URL(value).href : undefined
}
