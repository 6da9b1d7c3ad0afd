import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { Calendar } from './calendar.js'

const library = loadLibrary()
let db: TestDatabase
let app: App

beforeAll(async () => {
  db = await testDatabase()
  app = await buildApp({
    pool: db.pool,
    library,
    today: () => '2026-11-24',
    now: () => new Date('2026-11-24T04:00:00Z'),
  })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

const get = (path: string, query: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1/programmes${path}`, query, headers: { host: 'localhost' } })

/** A calendar file with its folded lines put together. */
async function ics(path: string, query: Record<string, string> = {}) {
  const answer = await get(path, query)
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  return { raw: answer.body, lines: answer.body.replaceAll('\r\n ', '').split('\r\n') }
}

function valuesOf(lines: readonly string[], name: string): string[] {
  return lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1))
}

describe('the calendar', () => {
  test('tells what begins, ends and happens between two days', async () => {
    const answer = await get('/calendar', { from: '2026-12-01', to: '2026-12-31', region: 'demo' })
    const { events, on } = answer.json<Calendar>()
    expect(on).toBe('2026-11-24')
    const rd = events.filter(({ programme }) => programme === 'demo.rd-subsidy')
    expect(rd).toMatchObject([
      { kind: 'closes', step: '企业填报', from: '2026-12-20', to: '2026-12-20', callTitle: '年度申报' },
      { kind: 'step', step: '区级审核', from: '2026-12-21', to: '2027-01-15' },
    ])
    expect(events.every(({ sample }) => sample)).toBe(true)
  })

  test('is narrowed down as the library is', async () => {
    const span = { from: '2026-01-01', to: '2026-12-31' }
    const all = (await get('/calendar', span)).json<Calendar>().events
    const vouchers = (await get('/calendar', { ...span, benefit: 'voucher' })).json<Calendar>().events
    expect(vouchers.length).toBeGreaterThan(0)
    expect(vouchers.length).toBeLessThan(all.length)
    const found = (await get('/calendar', { ...span, q: '研发投入' })).json<Calendar>().events
    expect(new Set(found.map(({ programme }) => programme))).toContain('demo.rd-subsidy')
  })

  test.each([
    [{ from: '2026-12-31', to: '2026-12-01' }, 'calendar.span'],
    [{ from: '2020-01-01', to: '2026-12-01' }, 'calendar.span'],
    [{ from: '2026-02-30', to: '2026-12-01' }, 'request.invalid'],
    [{ from: '2026-12-01' }, 'request.invalid'],
  ])('%o is refused', async (query, code) => {
    const answer = await get('/calendar', query as Record<string, string>)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.code).toBe(code)
  })
})

describe('the calendar as a file', () => {
  test('has whole days, each with an identity, and a week’s warning before an end', async () => {
    const { lines, raw } = await ics('/calendar.ics', { region: 'demo' })
    expect(valuesOf(lines, 'X-WR-CALNAME')).toEqual(['科惠申报日历'])
    expect(valuesOf(lines, 'X-WR-TIMEZONE')).toEqual(['Asia/Shanghai'])
    const events = valuesOf(lines, 'UID').length
    expect(events).toBeGreaterThan(10)
    expect(new Set(valuesOf(lines, 'UID')).size).toBe(events)
    expect(lines.filter((line) => /^DTSTART;VALUE=DATE:\d{8}$/.test(line))).toHaveLength(events)
    expect(lines.filter((line) => /^DTEND;VALUE=DATE:\d{8}$/.test(line))).toHaveLength(events)
    expect(new Set(valuesOf(lines, 'DTSTAMP'))).toEqual(new Set(['20261124T040000Z']))
    const ends = lines.filter((line) => line.startsWith('SUMMARY:申报截止：'))
    expect(valuesOf(lines, 'TRIGGER')).toEqual(ends.map(() => '-P6DT15H'))
    expect(raw.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(raw.trimEnd().endsWith('END:VCALENDAR')).toBe(true)
  })

  test('folds lines by 75 octets without breaking a Chinese character, and escapes', async () => {
    const { raw, lines } = await ics('/calendar.ics')
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(raw).not.toContain('\uFFFD')
    const description = lines.find((line) => line.startsWith('DESCRIPTION:年度申报 · 企业填报'))
    expect(description).toContain('\\n材料：营业执照、')
    expect(description).toContain('http://localhost/programmes/')
    for (const line of lines.filter((one) => one.startsWith('SUMMARY:')))
      expect(line).not.toMatch(/(?<!\\)[,;]/)
  })

  test('is of one programme, or of one of its calls', async () => {
    const { lines } = await ics('/demo.rd-subsidy/calendar.ics', { lang: 'en' })
    expect(valuesOf(lines, 'X-WR-CALNAME')).toEqual(['R&D subsidy (sample)'])
    expect(lines).toContain('DTSTART;VALUE=DATE:20261220')
    const detail = (await get('/demo.rd-subsidy')).json<{ calls: { key: string }[] }>()
    const [call] = detail.calls
    expect(
      (await ics('/demo.rd-subsidy/calendar.ics', { call: call?.key ?? '' })).lines.length,
    ).toBeGreaterThan(20)
    const none = await get('/demo.rd-subsidy/calendar.ics', { call: 'none' })
    expect(none.statusCode).toBe(404)
    expect(none.json().error.code).toBe('calendar.empty')
    const unknown = await get('/demo.rd-subsidi/calendar.ics')
    expect(unknown.statusCode).toBe(404)
    expect(unknown.json().error.code).toBe('programme.not-found')
  })

  test('keeps the identity of each event from one day to the next', async () => {
    const uids = async (path: string) => valuesOf((await ics(path)).lines, 'UID')
    const all = await uids('/calendar.ics')
    for (const uid of await uids('/demo.rd-subsidy/calendar.ics')) expect(all).toContain(uid)
  })
})
