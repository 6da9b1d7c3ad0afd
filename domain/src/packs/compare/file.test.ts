import { expect, test } from 'vitest'
import { packFiles } from '../testing.js'
import { compareStates } from './file.js'

const PATH = 'demo/programmes/rd-subsidy.yaml'
const files = packFiles('national', 'demo')
const same = { before: PATH, after: PATH }

function rewritten(path: string, from: string, to: string) {
  return files.map((file) => {
    if (file.path !== path) return file
    expect(file.text).toContain(from)
    return { path, text: file.text.replace(from, to) }
  })
}

test('files that are the same say the same', () => expect(compareStates(same, files, files)).toEqual([]))

test.each([
  [
    PATH,
    '研发费用 >= 50 万元',
    '研发费用 >= 30 万元',
    { part: 'condition', parameter: { before: '50 万元' } },
  ],
  ['demo/pack.yaml', '0000-8600 0001', '0000-8600 0009', { part: 'contact' }],
])('%s: %s → %s is told once', (path, from, to, expected) => {
  expect(compareStates(same, files, rewritten(path, from, to))).toMatchObject([expected])
})

test('a fact is told where the programme looks it up, and only there', () => {
  const text = files.find(({ path }) => path === 'national/facts.yaml')?.text ?? ''
  const [, sales = ''] = /\n {2}年销售收入:\n([\s\S]*?)\n {2}\S/.exec(text) ?? []
  expect(sales).toContain('held-by: 税务局')
  const other = rewritten('national/facts.yaml', sales, sales.replace('held-by: 税务局', 'held-by: 统计局'))
  expect(compareStates(same, files, other)).toMatchObject([
    { part: 'fact', before: { zh: '税务局' }, after: { zh: '统计局' } },
  ])
  const broker = 'demo/programmes/broker.yaml'
  expect(compareStates({ before: broker, after: broker }, files, other)).toEqual([])
})

test('a text that cannot be read, or is not there, is not compared', () => {
  expect(compareStates(same, files, rewritten(PATH, 'audience: enterprise', 'audience: firm'))).toBeNull()
  expect(compareStates({ before: 'none.yaml', after: PATH }, files, files)).toBeNull()
})
