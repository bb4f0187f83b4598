import {PassThrough} from 'node:stream'
import {expect, test} from 'vitest'
import {pipeTransport} from '../../../../src/render/pdf/browser/pipe-transport.ts'

test('pipeTransport() puts messages together as they were sent, wherever the pipe cuts', async () => {
  const fromBrowser = new PassThrough()
  const transport = pipeTransport(new PassThrough(), fromBrowser)
  const heard: string[] = []
  transport.onmessage = (message) => heard.push(message)
  const sent = Buffer.from('{"id":1}\0{"text":"Grüße, 日本"}\0\0{"id":3}\0', 'utf8')
  for (const byte of sent.subarray(0, 25)) fromBrowser.write(Buffer.from([byte]))
  fromBrowser.write(sent.subarray(25))
  await new Promise((resolve) => fromBrowser.end(resolve))
  expect(heard).toEqual(['{"id":1}', '{"text":"Grüße, 日本"}', '', '{"id":3}'])
})

test('pipeTransport() ends each message with a zero byte and tells when the browser is gone', async () => {
  const toBrowser = new PassThrough()
  const fromBrowser = new PassThrough()
  const transport = pipeTransport(toBrowser, fromBrowser)
  const closed = new Promise<void>((resolve) => {
    transport.onclose = resolve
  })
  transport.send('{"id":1}')
  transport.send('{"id":2}')
  expect(String(toBrowser.read())).toBe('{"id":1}\0{"id":2}\0')
  fromBrowser.destroy()
  await closed
})
