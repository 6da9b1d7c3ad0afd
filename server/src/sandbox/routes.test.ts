import { withProgramme } from '@kehui/domain/packs/publishing'
import { evaluate, inForce, settle } from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadDemo } from '../demo/index.js'
import { subjectIds } from '../publishing/store-subjects.js'
import {
  type Bureau,
  LIN,
  PATH,
  packFiles,
  RAISED,
  SUBSIDY,
  testBureau,
} from '../publishing/testing-bureau.js'
import { situationsOf } from '../registry/situations.js'
import type { SandboxAnswer, SandboxCheck, SandboxSettled, SandboxStart, SandboxWords } from './schema.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const TODAY = '2026-11-24'
const original = packFiles.find(({ path }) => path === PATH)?.text ?? ''
let bureau: Bureau

beforeAll(async () => {
  bureau = await testBureau()
  const { context, region } = bureau
  const { pool, library } = context
  await loadDemo({ pool, library, region, today: TODAY, progress: () => {} })
})
afterAll(async () => {
  await bureau.app.close()
  await bureau.db.drop()
})

const ask = (text: string, against: string | null = null) => ({
  programme: SUBSIDY,
  pack: 'demo',
  text,
  against,
})

async function tried(text: string, against: string | null = null): Promise<SandboxAnswer> {
  const { status, body } = await bureau.as<SandboxAnswer>(LIN, 'POST', '/sandbox/try', ask(text, against))
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

async function resultFor(text: string, against: string | null = null) {
  const { result, problems } = await tried(text, against)
  if (!result) throw new Error(JSON.stringify(problems))
  return result
}

describe('the text in force', () => {
  it('comes to what single evaluations add up to, and nobody gains or loses', async () => {
    const { context, region } = bureau
    const { pool, library } = context
    const programme = library.programmes.get(SUBSIDY)
    expect(programme && inForce(programme, parseDay(TODAY) ?? 0)).toBe(true)
    const situated = await situationsOf(pool, library, region, await subjectIds(pool, region))
    const results = situated.flatMap(({ situation, packs, stored }) => {
      const home = stored.place !== null && library.places.within(stored.place, programme?.place?.code ?? '')
      if (!home && !packs.includes('demo')) return []
      return evaluate(library, situation, { on: TODAY, programmes: [SUBSIDY], nearest: false })
    })
    const sum = (end: 'min' | 'max', of: readonly string[]) =>
      results.reduce((n, r) => n + (of.includes(r.verdict) ? BigInt(r.amountFen?.[end] ?? 0) : 0n), 0n)
    const result = await resultFor(original)
    expect(result).toMatchObject({ total: results.length, gaining: 0, losing: 0, gains: [], losses: [] })
    expect(result.now).toEqual(result.before)
    expect(result.now).toEqual({
      yes: results.filter((r) => r.verdict === 'yes').length,
      open: results.filter((r) => r.verdict === 'unknown').length,
      leastFen: `${sum('min', ['yes'])}`,
      mostFen: `${sum('max', ['yes', 'unknown'])}`,
      unlimited: 0,
    })
    expect(result.now.yes).toBeGreaterThan(0)
    expect(result.together.map(({ id }) => id)).toContain('demo.rd-centre-award')
  })

  it('is told apart by place, size, industry and park, each adding up to the whole', async () => {
    const result = await resultFor(original)
    expect(result.groups.map(({ key }) => key)).toEqual(expect.arrayContaining(['place', 'size', 'industry']))
    for (const { key, rows } of result.groups) {
      const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((n, row) => n + of(row), 0)
      expect([key, sum(({ total }) => total)]).toEqual([key, result.total])
      expect(sum(({ now }) => now.yes)).toBe(result.now.yes)
      expect(sum(({ now }) => Number(now.leastFen))).toBe(Number(result.now.leastFen))
    }
  })
})

describe('a changed text', () => {
  const strict = RAISED.replaceAll('60 万元, cite', '3000 万元, cite')

  it('names who loses, with amounts before and after, and the condition that does it', async () => {
    const [force, result] = [await resultFor(original), await resultFor(strict)]
    expect(result.before).toEqual(force.now)
    expect(result.now.yes).toBeLessThan(force.now.yes)
    expect(result.losing).toBeGreaterThan(0)
    expect(result.gaining).toBe(0)
    expect(result.losses.length).toBe(Math.min(20, result.losing))
    expect(result.losses[0]).toMatchObject({ name: expect.any(String), subject: expect.any(String) })
    expect(BigInt(result.losses[0]?.before.leastFen ?? 0)).toBeGreaterThan(0n)
    expect(BigInt(result.lostFen)).toBe(BigInt(result.now.leastFen) - BigInt(force.now.leastFen))
    const [old, now] = [force, result].map(({ conditions }) =>
      conditions.find(({ text }) => /研发费用不低于/.test(text)),
    )
    expect(now?.refused).toBeGreaterThan(old?.refused ?? Infinity)
    expect(result.conditions.at(-1)?.may).toBe(result.now.yes + result.now.open)
  })

  it('can be held against another text instead', async () => {
    const result = await resultFor(original, strict)
    expect(result.gaining).toBeGreaterThan(0)
    expect(result.losing).toBe(0)
    expect((await tried(original, 'id: [')).againstLoads).toBe(false)
  })

  it('says where its numbers stand, so that they can be moved in place', async () => {
    const { parameters } = await tried(original)
    const threshold = parameters.find(({ label }) => label.includes('研发费用不低于'))
    expect(threshold && original.slice(threshold.from, threshold.to)).toBe('50')
    const text = `${original.slice(0, threshold?.from)}3000${original.slice(threshold?.to)}`
    expect((await resultFor(text)).losing).toBeGreaterThan(0)
  })

  it.each([
    ['a fact that is not known', ['研发费用 >= 50 万元', '研发费有 >= 50 万元'], 'name'],
    ['a unit that does not fit', ['研发费用 >= 50 万元', '研发费用 >= 50 人'], ''],
    ['no YAML', ['need:', 'need: ['], 'yaml'],
    ['the id of another programme', ['id: demo.rd-subsidy', 'id: demo.another'], 'draft.other-id'],
  ])('with a mistake is told where: %s', async (_, [from = '', to = ''], code) => {
    const answer = await tried(original.replace(from, to))
    expect(answer.result).toBeNull()
    const [problem] = answer.problems
    expect(problem?.code).toContain(code)
    expect(problem?.line).toBeGreaterThan(0)
    if (to.includes('研发费'))
      expect(original.split('\n')[(problem?.line ?? 0) - 1]).toContain('研发费用 >= 50')
  })

  it('that looks at other facts than any programme in force is worked out too', async () => {
    const all = packFiles.filter(({ path }) => path.includes('/programmes/')).map(({ text }) => text)
    const unused = [...bureau.context.library.facts.values()].find(
      ({ pack, name, type }) =>
        pack === 'national' && type === 'quantity' && !all.some((text) => text.includes(`${name}[前年]`)),
    )
    if (!unused) throw new Error('Some fact is not asked of two years ago')
    const wanted = `${unused.name}[前年] >= 0 ${unused.unit} or 研发费用 >= 1 元`
    const result = await resultFor(original.replace('need:', `need:\n  - ${wanted}`))
    expect(result.conditions.some(({ text }) => text.includes(unused.name))).toBe(true)
    expect(result.now.yes).toBeGreaterThan(0)
  })

  it('is checked without being kept: problems, examples, thresholds', async () => {
    const check = async (text: string) =>
      (await bureau.as<SandboxCheck>(LIN, 'POST', '/sandbox/check', ask(text))).body
    expect(await check(original)).toMatchObject({ ok: true, failures: [], uncovered: [] })
    const changed = await check(original.replace('50 万元, cite', '60 万元, cite'))
    expect(changed.ok).toBe(false)
    expect(changed.failures.length + changed.uncovered.length).toBeGreaterThan(0)
    expect((await bureau.as<{ drafts: [] }>(LIN, 'GET', '/publishing')).body.drafts).toEqual([])
  })
})

describe('programmes that exclude or cap one another', () => {
  const settledFor = async (text: string) =>
    (await bureau.as<SandboxSettled>(LIN, 'POST', '/sandbox/settled', ask(text))).body

  it('are settled as for each subject alone, under both texts', async () => {
    const { context, region } = bureau
    const { pool, library } = context
    const dear = original.replace('5%: 15 万元', '5%: 90 万元')
    const changed = withProgramme(library, 'demo', { path: PATH, text: dear })
    if (!changed.ok) throw new Error('It loads')
    const { programmes } = await settledFor(dear)
    const ids = programmes.map(({ id }) => id)
    expect(ids[0]).toBe(SUBSIDY)
    expect(ids.length).toBeGreaterThan(1)
    const situated = await situationsOf(pool, library, region, await subjectIds(pool, region))
    for (const [side, lib] of [
      ['before', library],
      ['now', changed.library],
    ] as const) {
      const results = situated.flatMap(({ situation, packs, stored }) => {
        const place = lib.packs.get('demo')?.appliesCode ?? ''
        if (!packs.includes('demo') && !(stored.place && lib.places.within(stored.place, place))) return []
        const own = evaluate(lib, situation, { on: TODAY, programmes: ids, nearest: false })
        const bare = own.map((result) => ({ ...result, together: [] }))
        return settle(lib, bare, { received: situation.received ?? [] })
      })
      for (const id of ids) {
        const kept = results.filter((r) => r.programme === id && r.settled?.kept)
        const sum = (end: 'min' | 'max') =>
          kept.reduce((n, { settled }) => n + BigInt(settled?.amountFen?.[end] ?? 0), 0n)
        expect([side, id, programmes.find((one) => one.id === id)?.[side]]).toMatchObject([
          side,
          id,
          {
            yes: kept.filter((r) => r.verdict === 'yes').length,
            open: kept.filter((r) => r.verdict === 'unknown').length,
            leastFen: `${sum('min')}`,
            mostFen: `${sum('max')}`,
          },
        ])
      }
    }
    const [own] = programmes
    expect(BigInt(own?.now.leastFen ?? 0)).toBeGreaterThan(BigInt(own?.before.leastFen ?? 0))
  })

  it('are none where the text stands alone', async () => {
    const alone = original.replace(/^stack:.*\n/m, '').replace(/^excludes:\n.*\n/m, '')
    const { status, body } = await bureau.as<SandboxSettled>(LIN, 'POST', '/sandbox/settled', {
      ...ask(alone, alone),
    })
    expect([status, body]).toEqual([200, expect.objectContaining({ programmes: expect.any(Array) })])
    expect((await bureau.as(LIN, 'POST', '/sandbox/settled', ask('id: ['))).status).toBe(409)
  })
})

describe('what the page needs', () => {
  it('begins with the text in force and the drafts of the programme', async () => {
    const start = (await bureau.as<SandboxStart>(LIN, 'GET', `/sandbox/programmes/${SUBSIDY}`)).body
    expect(start).toMatchObject({ programme: SUBSIDY, pack: 'demo', text: original, drafts: [] })
    const made = await bureau.as(LIN, 'POST', '/publishing/drafts', { pack: 'demo', text: RAISED })
    expect(made.status).toBe(201)
    const again = (await bureau.as<SandboxStart>(LIN, 'GET', `/sandbox/programmes/${SUBSIDY}`)).body
    expect(again.drafts).toMatchObject([{ id: made.body.id, state: 'draft', createdBy: LIN }])
    expect((await bureau.as(LIN, 'GET', '/sandbox/programmes/demo.none')).status).toBe(404)
  })

  it('knows the words of a pack', async () => {
    const words = (await bureau.as<SandboxWords>(LIN, 'GET', '/sandbox/words?pack=demo')).body
    expect(words.find(({ word }) => word === '研发费用')).toMatchObject({ kind: 'fact' })
    expect((await bureau.as(LIN, 'GET', '/sandbox/words?pack=none')).status).toBe(422)
  })

  it.each(['changes', 'groups', 'conditions'] as const)('exports %s', async (table) => {
    const text = RAISED.replaceAll('60 万元, cite', '3000 万元, cite')
    const headers = { host: 'localhost', 'x-kehui-role': 'clerk' }
    const file = async (format: string) =>
      bureau.app.inject({
        method: 'POST',
        url: '/api/v1/sandbox/file',
        headers,
        payload: { ...ask(text), table, format },
      })
    const [csv, xlsx] = [await file('csv'), await file('xlsx')]
    expect([csv.statusCode, xlsx.statusCode]).toEqual([200, 200])
    const rows = await readSheet(xlsx.rawPayload)
    expect(csv.body.trimEnd().split('\r\n')).toHaveLength(rows.length)
    expect(rows.length).toBeGreaterThan(3)
    const { losing } = await resultFor(text)
    if (table === 'changes') expect(rows).toHaveLength(1 + losing)
    const broken = { ...ask('id: ['), table, format: 'csv' }
    expect((await bureau.as(LIN, 'POST', '/sandbox/file', broken)).status).toBe(409)
  })

  it('is for clerks alone', async () => {
    for (const role of ['manager', 'service-team'] as const) {
      expect((await bureau.as('', 'POST', '/sandbox/try', ask(original), role)).status).toBe(403)
      expect((await bureau.as('', 'GET', `/sandbox/programmes/${SUBSIDY}`, undefined, role)).status).toBe(403)
    }
  })
})
