import {createServer, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {onTestFinished} from 'vitest'

export interface PictureServer {
  /** Such as `http://127.0.0.2:40123`. */
  readonly address: string
  /** Paths asked for, in order. */
  readonly visits: readonly string[]
}

/** The smallest PNG there is. */
export const png: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

/** A server that is gone when the test is over. Addresses 127.x.x.x are this machine's own, all of them. */
export async function pictureServer(answer: RequestListener, host = '127.0.0.2'): Promise<PictureServer> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const {port} = server.address() as AddressInfo
  return {address: `http://${host}:${port}`, visits}
}
