import {promisify} from 'node:util'
import {deflate} from 'node:zlib'

/** Packs a stream for `/FlateDecode` in another thread: several at once take the cores that the browser has left. */
export const packBytes: (bytes: Uint8Array) => Promise<Uint8Array> = promisify(deflate)
