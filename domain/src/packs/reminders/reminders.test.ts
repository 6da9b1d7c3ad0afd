import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { libraryOf, packFiles } from '../testing.js'
import { noticeText, windowNotices } from './index.js'

const library = libraryOf(packFiles('national', 'demo'))
const programme = [...library.programmes.values()].find(({ calls }) =>
  calls.some(({ windows: [first], yearly }) => !yearly && first?.from != null && first.to !== null),
)
if (!programme) throw new Error('some call has a window of two dates')
const [window] = programme.calls.find(
  ({ windows: [w], yearly }) => !yearly && w?.from != null && w.to !== null,
)?.windows ?? [undefined]
const [from, to] = [window?.from ?? 0, window?.to ?? 0]
const LEADS = [30, 7, 1]
const at = (on: number, since = from - 100) => windowNotices(programme, on, { since, leadDays: LEADS })
const kinds = (on: number, since?: number) => at(on, since).map(({ kind }) => kind)

describe('windows', () => {
  test('opening is told on the day and for a week, and not to whoever came later', () => {
    expect(kinds(from - 1)).not.toContain('opening')
    expect(kinds(from)).toContain('opening')
    expect(kinds(from + 7)).toContain('opening')
    expect(kinds(from + 8)).not.toContain('opening')
    expect(kinds(from + 3, from + 1)).not.toContain('opening')
  })

  test('closing is told at each mark, by the nearest that is reached', () => {
    const mark = (on: number) =>
      at(on)
        .filter(({ kind }) => kind === 'closing')
        .map(({ key, content }) => [key.split(' ').at(-1), content.daysLeft])
    expect(mark(to - 31)).toEqual([])
    expect(mark(to - 30)).toEqual([['30', 30]])
    expect(mark(to - 8)).toEqual([['30', 8]])
    expect(mark(to - 7)).toEqual([['7', 7]])
    expect(mark(to - 2)).toEqual([['7', 2]])
    expect(mark(to)).toEqual([['1', 0]])
    expect(mark(to + 1)).toEqual([])
  })

  test('over a whole round each thing has one key, however often it is looked at', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
        (leadDays) => {
          const keys = new Set<string>()
          for (let on = from - 5; on <= to + 5; on += 1)
            for (const { key } of windowNotices(programme, on, { since: from - 100, leadDays })) keys.add(key)
          const reached = leadDays.filter((lead) => to - lead >= from || lead === Math.min(...leadDays))
          expect([...keys].filter((key) => key.startsWith('closing')).length).toBeLessThanOrEqual(
            leadDays.length,
          )
          expect([...keys].filter((key) => key.startsWith('opening')).length).toBe(1)
          expect([...keys].filter((key) => key.startsWith('closing')).length).toBeGreaterThanOrEqual(
            Math.min(1, reached.length),
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  test('without marks nothing is told of the end', () => {
    expect(
      windowNotices(programme, to, { since: from - 100, leadDays: [] }).map(({ kind }) => kind),
    ).not.toContain('closing')
  })
})

describe('in words', () => {
  const window = { call: { zh: '2026 年度申报', en: 'Round of 2026' }, date: '2026-12-01', daysLeft: 6 }
  const say = (content: Parameters<typeof noticeText>[0]['content'], lang: 'zh' | 'en' = 'zh') =>
    noticeText({ programme: '高企奖励', content }, lang)

  test('of windows', () => {
    expect(say({ kind: 'opening', window })).toBe('“高企奖励”的“2026 年度申报”已于 2026-12-01 开始申报。')
    expect(say({ kind: 'closing', window })).toBe('“高企奖励”的“2026 年度申报”还有 6 天截止（2026-12-01）。')
    expect(say({ kind: 'closing', window: { ...window, daysLeft: 0 } })).toContain('今天截止')
    expect(say({ kind: 'closing', window: { ...window, daysLeft: 1 } }, 'en')).toContain('closes tomorrow')
  })

  test('of rules, verdicts and answers', () => {
    expect(say({ kind: 'rule-changed', note: null, gone: false })).toBe('“高企奖励”的规则有更新。')
    expect(say({ kind: 'rule-changed', note: '门槛调整', gone: true })).toBe(
      '“高企奖励”已撤下。说明：门槛调整',
    )
    expect(
      say({
        kind: 'verdict-changed',
        before: '待确认',
        after: '符合，20 万元',
        reasons: ['首次认定高企：未填 → 是'],
      }),
    ).toBe('“高企奖励”的结论：待确认 → 符合，20 万元。原因：首次认定高企：未填 → 是。')
    expect(say({ kind: 'objection-answered', by: '林晓', answer: '已更正。' }, 'en')).toBe(
      '林晓 answered the objection to “高企奖励”: 已更正。',
    )
  })
})
