import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Sides, twoSides } from '../introductions/testing-sides.js'
import { keepDelivered } from '../jobs/keep-delivered.js'
import { isInner } from './address.js'
import { MOST_ATTEMPTS, waitAfter } from './backoff.js'
import { deliverChanges } from './deliver.js'
import type { DeliveryList, MadeWebhook, WebhookList } from './schema.js'
import { signatureOf } from './send.js'

interface Caught {
  readonly signature: string
  readonly body: string
}

let at: Sides
let receiver: Server
let address: string
const caught: Caught[] = []
/** What the receiver answers next; 204 where nothing is left. */
const answers: (number | 'hang up')[] = []

beforeAll(async () => {
  at = await twoSides()
  at.context.innerWebhooks = true
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      const answer = answers.shift() ?? 204
      if (answer === 'hang up') {
        request.socket.destroy()
        return
      }
      if (answer < 300) caught.push({ signature: String(request.headers['x-kehui-signature']), body })
      response
        .writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {})
        .end(answer < 300 ? '' : 'no')
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`
})
afterEach(async () => {
  at.context.innerWebhooks = true
  caught.length = 0
  answers.length = 0
  await at.db.pool.query('DELETE FROM webhook')
})
afterAll(async () => {
  receiver.close()
  await at.close()
})

const make = async (given: object = {}) =>
  (await at.send('clerk', 'POST', '/webhooks', { url: address, ...given })).body as MadeWebhook
const deliver = () => deliverChanges(at.context, at.region, new AbortController().signal)
/** As if the time to wait had passed. */
const due = () => at.db.pool.query('UPDATE webhook SET next_at = $1', [at.context.now()])
let next = 0
async function write(count: number, kind = 'achievement'): Promise<string[]> {
  const rows = Array.from({ length: count }, () => {
    next += 1
    return { key: `w-${next}`, name: `推送样例${next}` }
  })
  const { status } = await at.send('clerk', 'POST', `/feeds/${encodeURIComponent('样例')}/${kind}`, { rows })
  expect(status).toBe(200)
  return rows.map(({ name }) => name)
}
const names = () =>
  caught.flatMap(({ body }) => (JSON.parse(body).changes as { name: string }[]).map(({ name }) => name))
const only = async () => ((await at.send('clerk', 'GET', '/webhooks')).body as WebhookList).items[0]

test('what changes from now on is told once, signed, in order', async () => {
  await write(1)
  const { secret, id } = await make()
  const first = await write(2)
  const second = await write(1)
  await deliver()
  await deliver()
  expect(names()).toEqual([...first, ...second])
  const [one] = caught
  const seconds = Number(/^t=(\d+),/.exec(one?.signature ?? '')?.[1])
  expect(one?.signature).toBe(signatureOf(secret, seconds, one?.body ?? ''))
  expect(JSON.stringify((await at.send('clerk', 'GET', '/webhooks')).body)).not.toContain(secret)
  const { items } = (await at.send('clerk', 'GET', `/webhooks/${id}/deliveries`)).body as DeliveryList
  expect(items.reduce((sum, { changes }) => sum + changes, 0)).toBe(3)
})

test('what was not taken is sent again, nothing is passed over, and waits grow', async () => {
  await make()
  const told = await write(1)
  answers.push(500, 302, 'hang up')
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await deliver()
    expect(names()).toEqual([])
    expect(await only()).toMatchObject({ attempts: attempt, state: 'active' })
    // Its time has not come.
    await deliver()
    expect((await only())?.attempts).toBe(attempt)
    await due()
  }
  const later = await write(1)
  await deliver()
  expect(names()).toEqual([...told, ...later])
  expect(await only()).toMatchObject({ attempts: 0, problem: null })
})

test('given up after many tries, it says why, and goes on from where it stood', async () => {
  const { id } = await make()
  const told = await write(1)
  await at.db.pool.query('UPDATE webhook SET attempts = $1', [MOST_ATTEMPTS - 1])
  answers.push(410)
  await deliver()
  expect(await only()).toMatchObject({ state: 'failed', problem: 'HTTP 410 no' })
  await due()
  await deliver()
  expect(names()).toEqual([])
  expect((await at.send('clerk', 'POST', `/webhooks/${id}/resume`)).body.state).toBe('active')
  await deliver()
  expect(names()).toEqual(told)
})

test('of the kinds that are wanted alone; paused it waits; from a cursor it begins there', async () => {
  const { id } = await make({ kinds: ['person'] })
  await write(1)
  const [person] = await write(1, 'person')
  await deliver()
  expect(names()).toEqual([person])
  await at.send('clerk', 'POST', `/webhooks/${id}/pause`)
  const [other] = await write(1, 'person')
  await deliver()
  expect(names()).toEqual([person])
  await at.send('clerk', 'POST', `/webhooks/${id}/resume`)
  await deliver()
  expect(names()).toEqual([person, other])
  caught.length = 0
  await at.db.pool.query('DELETE FROM webhook')
  await make({ after: '0', kinds: ['person'] })
  while (await deliver());
  expect(names()).toEqual(expect.arrayContaining([person, other]))
})

test('it is tried by hand, and the job tells by itself', async () => {
  const { id } = await make()
  expect((await at.send('clerk', 'POST', `/webhooks/${id}/try`)).body).toMatchObject({
    status: 204,
    problem: null,
  })
  const job = keepDelivered(at.context, (error) => {
    throw error
  })
  try {
    const told = await write(1)
    await expect.poll(names, { timeout: 10_000 }).toEqual(told)
  } finally {
    await job.stop()
  }
})

describe('inner addresses', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::ffff:127.0.0.1',
    'fe80::1',
    'fd00::1',
  ])('%s is one', (address) => expect(isInner(address)).toBe(true))

  test.each(['8.8.8.8', '2400:3200::1'])('%s is none', (address) => expect(isInner(address)).toBe(false))

  test('are refused at entry, and when a name leads to one', async () => {
    at.context.innerWebhooks = false
    for (const url of [
      address,
      'http://localhost/x',
      'http://[::1]/',
      'http://2130706433/',
      'ftp://example.org/',
    ])
      expect(await at.send('clerk', 'POST', '/webhooks', { url })).toMatchObject({
        status: 400,
        body: { error: { code: 'webhook.url' } },
      })
    at.context.innerWebhooks = true
    const port = new URL(address).port
    const { id } = await make({ url: `http://localhost:${port}/in` })
    at.context.innerWebhooks = false
    expect((await at.send('clerk', 'POST', `/webhooks/${id}/try`)).body).toMatchObject({
      status: null,
      problem: 'an address of an inner network',
    })
    expect(caught).toEqual([])
  })
})

test('who may not, what is none', async () => {
  expect((await at.send('manager', 'GET', '/webhooks')).status).toBe(403)
  for (const [given, code] of [
    [{ url: 'not an address' }, 'webhook.url'],
    [{ url: 'https://user:secret@example.org/' }, 'webhook.url'],
    [{ kinds: ['dragon'] }, 'webhook.kind'],
    [{ after: 'yesterday' }, 'changes.cursor'],
  ] as const)
    expect(await at.send('clerk', 'POST', '/webhooks', { url: address, ...given })).toMatchObject({
      status: 400,
      body: { error: { code } },
    })
  const nobody = '00000000-0000-4000-8000-000000000000'
  expect((await at.send('clerk', 'POST', `/webhooks/${nobody}/resume`)).status).toBe(404)
})

test('waits double up to an hour, and differ', () => {
  expect(waitAfter(1, 0)).toBe(2_500)
  expect(waitAfter(2, 0)).toBe(5_000)
  expect(waitAfter(60, 0.999)).toBeLessThanOrEqual(3_600_000)
  expect(waitAfter(60, 0)).toBe(1_800_000)
})
