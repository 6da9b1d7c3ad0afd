import { expect, test } from 'vitest'
import { SandboxQueue } from './queue.js'
import type { SandboxAsk } from './schema.js'
import type { Work } from './work.js'

const text = (name: string): SandboxAsk => ({ programme: 'demo.a', pack: 'demo', text: name, against: null })

/** Work ends when it is let go, in the order in which it was begun. */
function slow() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const queue = new SandboxQueue((work) => {
    begun.push('ask' in work ? work.ask.text : work.what)
    return new Promise((resolve) => ends.push(() => resolve(begun.at(-1))))
  })
  const add = (work: Work, asker: string | null, isGone = () => false) =>
    new Promise((answer, fail) => queue.add({ work, asker, isGone, answer, fail })).catch(
      (error: { code?: string }) => error.code,
    )
  const letGo = async () => {
    ends.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { begun, add, letGo }
}
const asked = (name: string): Work => ({ what: 'answer', ask: text(name), lang: 'zh' })

test('the newest question of an asker takes the place of one that waits; what has begun is answered', async () => {
  const { begun, add, letGo } = slow()
  const [first, second, third] = [add(asked('1'), 'lin'), add(asked('2'), 'lin'), add(asked('3'), 'lin')]
  expect(await second).toBe('sandbox.newer')
  await letGo()
  await letGo()
  expect([await first, await third, begun]).toEqual(['1', '3', ['1', '3']])
})

test('questions of others wait for their turn, before files do', async () => {
  const { begun, add, letGo } = slow()
  const file: Work = {
    what: 'file',
    ask: { ...text('file'), table: 'groups', format: 'csv' },
    lang: 'zh',
  }
  const all = [add(asked('1'), 'lin'), add(file, null), add(asked('2'), 'chen'), add(asked('3'), 'zhou')]
  for (let i = 0; i < 4; i += 1) await letGo()
  await Promise.all(all)
  expect(begun).toEqual(['1', '2', '3', 'file'])
})

test('what nobody waits for any more is not worked out', async () => {
  const { begun, add, letGo } = slow()
  const first = add(asked('1'), 'lin')
  const gone = add(asked('2'), 'chen', () => true)
  await letGo()
  expect([await first, await gone, begun]).toEqual(['1', 'sandbox.newer', ['1']])
})
