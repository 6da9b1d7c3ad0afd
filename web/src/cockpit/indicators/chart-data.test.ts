import { expect, test } from 'vitest'
import { type ChartData, nextPoint } from './chart-data.js'
import { axisWords, optionOf } from './chart-option.js'

const point = (value: number, more = {}) => ({
  value,
  words: `${value}`,
  checked: true,
  loose: false,
  ...more,
})
const DATA: ChartData = {
  title: '技术合同成交额',
  unit: '元',
  shape: 'line',
  lang: 'zh',
  large: false,
  periods: ['2022年', '2023年'],
  series: [
    { name: '甲市', points: [point(1e9), point(1.2e9)] },
    { name: '乙市', points: [null, point(9e8, { loose: true, checked: false })] },
  ],
}

test('arrow keys lead from point to point and stay within the chart', () => {
  expect(nextPoint(DATA, [0, 0], 'ArrowRight')).toEqual([0, 1])
  expect(nextPoint(DATA, [0, 1], 'ArrowRight')).toEqual([0, 1])
  expect(nextPoint(DATA, [0, 1], 'ArrowDown')).toEqual([1, 1])
  expect(nextPoint(DATA, [1, 1], 'ArrowUp')).toEqual([0, 1])
  expect(nextPoint(DATA, [1, 1], 'Home')).toEqual([1, 0])
  expect(nextPoint(DATA, [0, 0], 'a')).toBeNull()
})

test('the axis is marked in units that can be read', () => {
  expect(axisWords(1.5e9, 'zh')).toBe('15亿')
  expect(axisWords(25000, 'zh')).toBe('2.5万')
  expect(axisWords(0, 'zh')).toBe('0')
  expect(axisWords(1.5e9, 'en')).toBe('1.5B')
})

test('a bar for a place where there is one period; a line that has a gap where there is no value', () => {
  const one = { ...DATA, shape: 'bar', periods: ['2023年'] } as const
  const bars = optionOf(
    { ...one, series: DATA.series.map((of) => ({ ...of, points: of.points.slice(1) })) },
    800,
    'sans-serif',
  )
  expect(bars.yAxis).toMatchObject({ type: 'category', data: ['甲市', '乙市'] })
  const lines = optionOf(DATA, 800, 'sans-serif')
  expect(lines.xAxis).toMatchObject({ type: 'category', data: ['2022年', '2023年'] })
  const series = lines.series as { data: { value: unknown; itemStyle?: { color: string } }[] }[]
  expect(series[1]?.data[0]?.value).toBe('-')
  expect(series[1]?.data[1]?.itemStyle?.color).toBe('#fff')
})
