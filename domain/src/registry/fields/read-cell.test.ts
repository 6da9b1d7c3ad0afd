import { expect, test } from 'vitest'
import { shippedPlaces } from '../../shared/places.js'
import { INDUSTRIES } from '../codes/index.js'
import {
  type Cell,
  choice,
  date,
  exportCell,
  type Field,
  identifier,
  list,
  money,
  place,
  quantity,
  readCell,
  showCell,
  text,
  year,
  yesNo,
} from './index.js'

const places = shippedPlaces()
const name = text('name', '名称', 'Name', { longest: 10 })
const capital = money('capital', '注册资本', 'Capital')
const staff = quantity('staff', '职工', 'Staff', '人')
const rate = quantity('rate', '利率', 'Rate', '%')
const industry = choice('industry', '行业', 'Industry', INDUSTRIES)
const number = identifier('number', '编号', 'Number', 'own-code')

test.each<[Field, string, Cell | null]>([
  [name, ' 云川样例 ', '云川样例'],
  [name, 'Ａ１公司', 'A1公司'],
  [name, '—', null],
  [capital, '3,000 万元', 3_000_000_000],
  [capital, '1.5亿', 15_000_000_000],
  [capital, '0', 0],
  [staff, '80', 80],
  [staff, '1.2万人', 12_000],
  [rate, '3.65%', 36_500],
  [industry, '制造业', 'C'],
  [industry, '39', 'C39'],
  [industry, 'C3911', 'C3911'],
  [industry, '农林牧渔业', 'A'],
  [place('place', '地', 'Place'), '贵州省贵阳市南明区', '520102'],
  [place('place', '地', 'Place'), '341502001001', '341502001001'],
  [date('on', '日期', 'On'), '2024/3/1', '2024-03-01'],
  [date('on', '日期', 'On'), '20240301', '2024-03-01'],
  [date('on', '日期', 'On'), '2024-03-01 00:00:00', '2024-03-01'],
  [year('year', '年度', 'Year'), '2024年', 2024],
  [yesNo('shared', '共享', 'Shared'), '√', true],
  [list('words', '词', 'Words'), '传感器；激光,激光', ['传感器', '激光']],
  [number, ' A-1 ', 'A-1'],
])('%#: %s', (field, given, cell) => {
  expect(readCell(field, given, { places })).toEqual({ ok: true, cell })
})

test.each<[Field, string, RegExp]>([
  [name, '很长很长很长很长很长很长', /最多 10 个/],
  [capital, '3000', /没有单位/],
  [capital, '80 人', /单位不是元/],
  [capital, '三千万', /不是数字/],
  [staff, '80.5', /小数位/],
  [industry, '炼金术', /国民经济行业分类/],
  [place('place', '地', 'Place'), '鼓楼区', /同名/],
  [place('place', '地', 'Place'), '亚特兰蒂斯', /不是已知/],
  [date('on', '日期', 'On'), '2024-02-30', /不是日期/],
  [year('year', '年度', 'Year'), '24', /不是年份/],
  [yesNo('shared', '共享', 'Shared'), '也许', /既不是/],
  [capital, '#DIV/0!', /公式错误/],
])('%#: %s is refused', (field, given, reason) => {
  const read = readCell(field, given, { places })
  expect(read.ok ? 'taken' : read.problem.zh).toMatch(reason)
})

test('a unit of the header holds for bare numbers of its column', () => {
  expect(readCell(capital, '3000', { places, unit: '万元' })).toEqual({ ok: true, cell: 3_000_000_000 })
})

test('digits that a spreadsheet computed are rounded, those that somebody wrote are not', () => {
  expect(readCell(capital, '0.3333333333333333', { places, unit: '元' })).toEqual({ ok: true, cell: 33 })
  expect(readCell(capital, '0.333', { places, unit: '元' }).ok).toBe(false)
})

test('what is shown can be read again', () => {
  expect(showCell(capital, 3_000_000_000, places, 'zh')).toBe('3,000 万元')
  expect(showCell(rate, 36_500, places, 'en')).toBe('3.65%')
  expect(showCell(staff, 1, places, 'en')).toBe('1 person')
  for (const [field, cell] of [
    [capital, 123_456_789],
    [rate, 36_500],
    [staff, 12_000],
    [industry, 'C39'],
  ] as const)
    expect(readCell(field, exportCell(field, cell, places), { places })).toEqual({ ok: true, cell })
})
