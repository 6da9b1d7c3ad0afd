import { expect, test } from 'vitest'
import { HttpError } from '../../http/error.js'
import { readInThread } from './in-thread.js'

const module = (text: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'\n${text}`)}`,
  )
const begin = (text: string, bounds = { megabytes: 32, minutes: 1 }) =>
  readInThread(module(text), { name: '示例' }, () => {}, bounds)
const codeOf = (reading: { readonly report: Promise<string> }) =>
  reading.report.then(
    () => 'read',
    (error: unknown) => (error instanceof HttpError ? error.code : 'failed'),
  )

test('a thread tells how far it is and what it made', async () => {
  const shares: number[] = []
  const { report } = readInThread(
    module(
      'parentPort.postMessage({ progress: { share: 0.5 } }); parentPort.postMessage({ report: workerData.name })',
    ),
    { name: '示例' },
    ({ share }) => void shares.push(share),
  )
  expect([await report, shares]).toEqual(['示例', [0.5]])
})

test('more memory than a thread may have ends the thread alone', async () => {
  const all = 'const all = []; for (;;) all.push(Array.from({ length: 10000 }, (_, i) => ({ i })))'
  expect(await codeOf(begin(all))).toBe('ingest.out-of-memory')
})

test('a thread that does not end is ended', async () => {
  expect(await codeOf(begin('for (;;);', { megabytes: 32, minutes: 0.01 }))).toBe('ingest.too-long')
})

test('a thread that dies, throws or ends without a word is told', async () => {
  for (const text of ['process.exit(3)', 'throw new Error("torn")', 'null'])
    expect(await codeOf(begin(text))).toBe('failed')
})

test('what is called off ends at once', async () => {
  const reading = begin('for (;;);')
  const code = codeOf(reading)
  await reading.stop()
  expect(await code).toBe('ingest.cancelled')
})
