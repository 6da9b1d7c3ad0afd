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
  })
  expect((await assign(problem)).printed).toBe('林晓 → 上河村\n周宁 → 下河村\n未分配 alone: 远村')
})

describe('refused, with the place', () => {
  test.each([
    [[], 'the file is an object'],
    [{ left: [], right: [] }, '“pairs” is a list'],
    [
      { ...problem, left: [{ id: '林晓', capacity: -1 }, ...problem.left.slice(1)] },
      'Capacity 0 of the left side is -1',
    ],
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
