import { afterAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const problem = {
  left: [{ id: '林晓' }, { id: '周宁', capacity: 1 }, { id: '无人', capacity: 0 }],
  right: [{ id: '上河村' }, { id: '下河村' }, { id: '远村' }],
  pairs: [
    { left: '林晓', right: '上河村', score: 3 },
    { left: '周宁', right: '上河村', leftScore: 5, rightScore: 2 },
    { left: '周宁', right: '下河村', score: 1 },
    { left: '无人', right: '远村', score: 1 },
  ],
}
const assign = (value: unknown, ...more: string[]) =>
  run('assign', '--input', folder.write('problem.json', JSON.stringify(value)), ...more)

test('who is brought together with whom, and who is left alone', async () => {
  const { code, printed } = await assign(problem, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toEqual({
    pairs: [
      { left: '林晓', right: '上河村' },
      { left: '周宁', right: '下河村' },
    ],
    leftAlone: [],
    rightAlone: ['远村'],
    blocking: [],
    mode: 'stable',
    total: 4,
  })
  expect((await assign(problem)).printed).toBe('林晓 → 上河村\n周宁 → 下河村\n未分配 alone: 远村')
})

describe('as many served as can be', () => {
  const sought = {
    ...problem,
    pairs: [
      { left: '林晓', right: '上河村', score: 3 },
      { left: '林晓', right: '下河村', score: 1 },
      { left: '周宁', right: '上河村', score: 2 },
    ],
  }
  const served = [
    { left: '林晓', right: '下河村' },
    { left: '周宁', right: '上河村' },
  ]

  test('by option or by the file, with those who would both rather have each other', async () => {
    const found = JSON.parse((await assign(sought, '--mode', 'coverage', '--json')).printed)
    expect(found).toEqual({
      mode: 'coverage',
      pairs: served,
      leftAlone: [],
      rightAlone: ['远村'],
      blocking: [{ left: '林晓', right: '上河村' }],
      total: 3,
    })
    expect(JSON.parse((await assign({ ...sought, mode: 'coverage' }, '--json')).printed)).toEqual(found)
    expect((await assign({ ...sought, mode: 'coverage' })).printed).toContain(
      '双方都更愿意 would both rather: 林晓 → 上河村',
    )
    expect((await assign(sought, '--mode', 'best')).code).toBe(2)
  })

  test('again, with what changes', async () => {
    const previous = [...served, { left: '林晓', right: '旧村' }]
    const { printed } = await assign({ ...sought, previous, keep: 5 }, '--json')
    expect(JSON.parse(printed)).toMatchObject({
      mode: 'stable',
      pairs: served,
      changes: { kept: 2, added: [], ended: [{ left: '林晓', right: '旧村' }] },
    })
    expect((await assign({ ...sought, previous })).printed).toContain(
      '保持 kept: 0\n新增 added: 林晓 → 上河村\n结束 ended: 林晓 → 下河村，周宁 → 上河村，林晓 → 旧村',
    )
  })
})

describe('refused, with the place', () => {
  test.each([
    [[], 'the file is an object'],
    [{ left: [], right: [] }, '“pairs” is a list'],
    [
      { ...problem, left: [{ id: '林晓', capacity: -1 }, ...problem.left.slice(1)] },
      'Capacity 0 of the left side is -1',
    ],
    [{ ...problem, mode: 'best' }, '“mode” is "stable" or "coverage", not "best"'],
    [{ ...problem, keep: -1 }, '“keep” is a number from 0, not -1'],
    [{ ...problem, previous: [{ left: '林晓' }] }, 'previous[0].right is a text'],
    [{ ...problem, left: [{ id: 'a' }, { id: 'a' }] }, 'left[1].id “a” is there already'],
    [{ ...problem, pairs: [{ left: '谁', right: '远村', score: 1 }] }, 'pairs[0].left names nobody'],
    [{ ...problem, pairs: [{ left: '林晓', right: '远村' }] }, 'pairs[0].leftScore is a number'],
    [{ ...problem, pairs: [...problem.pairs, problem.pairs[0]] }, 'is there already'],
  ])('%j', async (value, said) => {
    const { code, printed, complained } = await assign(value)
    expect([code, printed]).toEqual([1, ''])
    expect(complained).toContain(said)
  })

  test('a file that is not there or no JSON', async () => {
    expect((await run('assign', '--input', folder.path('gone.json'))).complained).toContain('cannot be read')
    expect((await run('assign', '--input', folder.write('bad.json', '{'))).complained).toContain(
      'cannot be read',
    )
    expect((await run('assign')).code).toBe(2)
  })
})
