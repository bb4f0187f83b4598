import {hash} from 'node:crypto'

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' '}

/** A field as Anki sorts and compares it: media by their names, no comments, styles, tags; entities read. No trimming (format.md 3.1). */
export function sortField(html: string): string {
  if (!/[<&\u00a0]/.test(html)) return html
  const text = html
    .replace(/<(?:img|audio|video|object|source)\b[^>]*?\b(?:src|data)="([^"]*)"[^>]*>/gi, ' $1 ')
    .replace(/<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>|<script\b[\s\S]*?<\/script>|<[^>]*>/gi, '')
  return text
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? entity
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    })
    .replaceAll('\u00a0', ' ')
}

/** First 8 hex digits of SHA-1 over the sort text of the first field, as a number: Anki finds duplicates by it. */
export function checksum(sortText: string): number {
  return Number.parseInt(hash('sha1', sortText).slice(0, 8), 16)
}
