import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Lang } from '../../text/messages.js'
import type { ChartData, ChartPoint } from './chart-data.js'

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>

const INK = '#15222e'
const LINE = '#dde4ea'
/** Told apart by their marks too. */
const COLOURS = ['#13609f', '#b3261e', '#0a7350', '#8a5600', '#6b3fa0', '#00707a', '#9c2f6e', '#4a5a68']
const MARKS = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'path://M0,0L12,0L6,11Z',
  'path://M4,0H8V4H12V8H8V12H4V8H0V4H4Z',
  'path://M3,0H9L12,6L9,12H3L0,6Z',
  'roundRect',
]
const DASHES = ['solid', 'dashed', 'dotted'] as const
/** The share of the colour in what was only read; the rest is white. */
const PALE = 0.45
/** Above this many, values beside the marks would lie on each other. */
const MOST_LABELS = 12

/** What ECharts is to draw: lines by period, bars by period, or a bar a place where there is one period. */
export function optionOf(data: ChartData, width: number, fontFamily: string): ChartOption {
  const text = { color: INK, fontSize: data.large ? 17 : 14, fontFamily }
  const isRanked = data.periods.length === 1
  const legend = isRanked ? 0 : legendHeight(data, width, text.fontSize)
  const value = {
    type: 'value' as const,
    axisLabel: { ...text, formatter: (at: number) => axisWords(at, data.lang), hideOverlap: true },
    splitLine: { lineStyle: { color: LINE } },
    ...(isRanked ? {} : { name: data.unit, nameTextStyle: { ...text, align: 'right' as const } }),
  }
  const category = {
    type: 'category' as const,
    data: isRanked ? data.series.map(({ name }) => name) : [...data.periods],
    axisTick: { show: false },
    ...(isRanked
      ? {
          inverse: true,
          axisLine: { show: false },
          axisLabel: { ...text, interval: 0, width: width * 0.32, overflow: 'truncate' as const },
        }
      : { axisLabel: { ...text, hideOverlap: true } }),
  }
  return {
    animation: false,
    textStyle: { fontFamily },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      textStyle: text,
      formatter: (params) => tipOf(data, params as { seriesIndex?: number; dataIndex: number }),
    },
    ...(isRanked
      ? {}
      : { legend: { left: 0, top: 0, itemGap: 16, textStyle: text, selectedMode: false, itemHeight: 12 } }),
    grid: {
      left: 8,
      right: isRanked ? 96 : 24,
      top: legend + (isRanked ? 8 : 36),
      bottom: 8,
      containLabel: true,
    },
    xAxis: isRanked ? value : category,
    yAxis: isRanked ? category : value,
    series: isRanked ? [ranked(data, text)] : data.series.map((_, at) => seriesOf(data, at, text)),
  }
}

function legendHeight({ series }: ChartData, width: number, fontSize: number): number {
  let rows = 1
  let used = 0
  for (const { name } of series) {
    const own = name.length * fontSize + 52
    if (used > 0 && used + own > width) {
      rows += 1
      used = 0
    }
    used += own
  }
  return rows * (fontSize + 14)
}

type Text = { readonly color: string; readonly fontSize: number; readonly fontFamily: string }

function ranked(data: ChartData, text: Text): BarSeriesOption {
  return {
    type: 'bar',
    barMaxWidth: 28,
    label: {
      ...text,
      show: true,
      position: 'right',
      formatter: ({ dataIndex }) => wordsAt(data, dataIndex, 0),
    },
    data: data.series.map(({ points }) => itemOf(points[0] ?? null, COLOURS[0] ?? INK, 'bar')),
  }
}

function seriesOf(data: ChartData, at: number, text: Text): LineSeriesOption | BarSeriesOption {
  const { name = '', points = [] } = data.series[at] ?? {}
  const colour = COLOURS[at % COLOURS.length] ?? INK
  const few = data.series.length * data.periods.length <= MOST_LABELS
  const label = {
    ...text,
    show: few,
    position: 'top' as const,
    formatter: ({ dataIndex }: { dataIndex: number }) => wordsAt(data, at, dataIndex),
  }
  const common = { name, label, labelLayout: { hideOverlap: true }, color: colour }
  const items = points.map((point) => itemOf(point, colour, data.shape))
  if (data.shape === 'bar') return { ...common, type: 'bar', barMaxWidth: 36, data: items }
  return {
    ...common,
    type: 'line',
    symbol: MARKS[at % MARKS.length] ?? 'circle',
    symbolSize: 11,
    lineStyle: { width: 2, color: colour, type: DASHES[at % DASHES.length] ?? 'solid' },
    data: items,
  }
}

/** Full where it was checked, pale where it was only read, hollow where it is a bound or about so much. */
function itemOf(point: ChartPoint | null, colour: string, shape: ChartData['shape']) {
  if (point === null) return { value: '-' as const }
  const tone = point.checked ? colour : paler(colour)
  return {
    value: point.value,
    itemStyle: {
      color: point.loose ? '#fff' : tone,
      borderColor: point.loose ? colour : tone,
      borderWidth: point.loose || shape === 'line' ? 2 : 0,
      borderType: point.loose && shape === 'bar' ? ('dashed' as const) : ('solid' as const),
    },
  }
}

function paler(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `rgb(${parts.map((part) => Math.round(255 - (255 - part) * PALE)).join(',')})`
}

const wordsAt = (data: ChartData, row: number, at: number) => data.series[row]?.points[at]?.words ?? ''

function tipOf(data: ChartData, { seriesIndex = 0, dataIndex }: { seriesIndex?: number; dataIndex: number }) {
  const [row, at] = data.periods.length === 1 ? [dataIndex, 0] : [seriesIndex, dataIndex]
  return `${data.series[row]?.name ?? ''}\n${data.periods[at] ?? ''}  ${wordsAt(data, row, at)}`
}

const SCALES = [
  [1e8, '亿'],
  [1e4, '万'],
] as const

/** `1500000000` as 15亿; rounded for the axis alone. */
export function axisWords(value: number, lang: Lang): string {
  if (lang === 'en')
    return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 }).format(value)
  const [scale, word] = SCALES.find(([size]) => Math.abs(value) >= size) ?? [1, '']
  return `${Number((value / scale).toFixed(2))}${word}`
}
