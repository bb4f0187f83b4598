/** Why the browser has to do without its sandbox, known before it is started: Chromium refuses one to root, and containers deny the calls that it needs. */
export function whyNoSandbox({
  platform,
  uid,
  exists
}: {
  readonly platform: NodeJS.Platform
  readonly uid: number | undefined
  exists(path: string): boolean
}): string | undefined {
  if (platform !== 'linux') return undefined
  if (uid === 0) return 'it was started by root'
  return exists('/.dockerenv') || exists('/run/.containerenv') ? 'it was started in a container' : undefined
}
