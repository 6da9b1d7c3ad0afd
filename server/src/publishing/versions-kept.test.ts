import { textHash } from '@kehui/domain/packs/publishing'
import { evaluate, parseFacts, type Subject } from '@kehui/domain/rules'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { libraryAt } from './library-at.js'
import { publicationsOf, textsOf } from './store-snapshots.js'
import { type Bureau, CHEN, PATH, packFiles, RAISED, SUBSIDY, testBureau } from './testing-bureau.js'

vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 })
let bureau: Bureau
beforeAll(async () => {
  bureau = await testBureau()
})
afterAll(async () => {
  await bureau.app.close()
  await bureau.db.drop()
})

/** With 550,000 yuan of R&D: above the threshold of the first version, below that of the second. */
function applicant(): Subject {
  const { library } = bureau.context
  const facts = parseFacts(library, {
    facts: {
      注册地: '云川市云麓区',
      重大事故或失信: '否',
      逾期未验收: '否',
      年销售收入: '1000 万元',
      研发费用: '55 万元',
      '研发费用@2024': '200 万元',
    },
  })
  if (!facts.ok) throw new Error(JSON.stringify(facts.errors))
  return { id: 'a', name: '示例', audience: 'enterprise', facts: facts.facts, records: facts.records }
}

test('an earlier version stays whole under its hash, and what began under it is decided under it', async () => {
  const { context, db } = bureau
  const first = packFiles.find(({ path }) => path === PATH)?.text ?? ''
  const begun = { snapshot: context.snapshot, version: context.library.programmes.get(SUBSIDY)?.version }
  await bureau.step(CHEN, await bureau.signed(), 'publish')
  const published = context.library.programmes.get(SUBSIDY)?.version
  expect(published).not.toBe(begun.version)

  const texts = await textsOf(db.pool, [textHash(first), textHash(RAISED)])
  expect([...texts.values()].sort()).toEqual([first, RAISED].sort())
  expect((await publicationsOf(db.pool, SUBSIDY)).map(({ version }) => version)).toEqual(
    expect.arrayContaining([begun.version, published]),
  )

  const then = await libraryAt(db.pool, begun.snapshot)
  expect(then.programmes.get(SUBSIDY)?.version).toBe(begun.version)
  const question = { on: '2026-11-24', programmes: [SUBSIDY], nearest: false }
  const [under] = evaluate(then, applicant(), question)
  const [now] = evaluate(context.library, applicant(), question)
  expect(under).toMatchObject({ verdict: 'yes', version: begun.version })
  expect(now).toMatchObject({ verdict: 'no', version: published })
})
