import type {Readable, Writable} from 'node:stream'
import type {ConnectionTransport} from 'puppeteer'

/** Speaks to a browser that was started with `--remote-debugging-pipe`: JSON messages with a zero byte after each. */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => void toBrowser.end()
  }
  // A printed file comes in many chunks: joined once, when its message is whole.
  let parts: Buffer[] = []
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8')
      parts = []
      start = end + 1
      transport.onmessage?.(message)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
  fromBrowser.on('close', () => transport.onclose?.())
  toBrowser.on('error', () => {}) // The browser is gone; its end is told by the process.
  return transport
}
