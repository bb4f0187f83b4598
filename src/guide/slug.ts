/** Lower-case letters and digits of any script with single hyphens between: "Kafka & Streams!" is `kafka-streams`. Frozen: guide ids hang on it. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
