import { CustomChart, type CustomSeriesOption } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { IntervalRow } from './interval-chart.js'

use([CustomChart, GridComponent, CanvasRenderer])

const INK = '#15222e'
const LINE = '#dde4ea'
const SURE = '#13609f'
const FEW = '#8a5600'
const CAP = 5
const DOT = 6

type RenderItem = Exclude<CustomSeriesOption['renderItem'], string | undefined>

export interface IntervalCanvas {
  show(rows: readonly IntervalRow[], large: boolean): void
  resize(): void
  dispose(): void
}

export function createIntervalCanvas(host: HTMLElement): IntervalCanvas {
  const chart = init(host, null, { renderer: 'canvas' })
  return {
    show(rows, large) {
      const text = { color: INK, fontSize: large ? 17 : 14, fontFamily: getComputedStyle(host).fontFamily }
      const width = Math.min(180, host.clientWidth * 0.36)
      chart.resize()
      chart.setOption(
        {
          animation: false,
          grid: { left: width + 12, right: 28, top: 8, bottom: 32 },
          xAxis: {
            type: 'value',
            min: 0,
            max: 1,
            interval: 0.25,
            axisLabel: { ...text, formatter: (value: number) => `${Math.round(value * 100)}%` },
            splitLine: { lineStyle: { color: LINE } },
          },
          yAxis: {
            type: 'category',
            inverse: true,
            data: rows.map(({ name }) => name),
            axisTick: { show: false },
            axisLine: { show: false },
            axisLabel: { ...text, width, overflow: 'truncate', interval: 0 },
          },
          series: [seriesOf(rows)],
        },
        true,
      )
    },
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  }
}

/** A line from end to end of the interval with caps, and a dot at the share; of few in another colour, and hollow. */
function seriesOf(rows: readonly IntervalRow[]): CustomSeriesOption {
  const renderItem: RenderItem = (_, api) => {
    const row = rows[Number(api.value(0))]
    const { share = null, low = null, high = null, few = true } = row?.rate ?? {}
    if (share === null || low === null || high === null) return { type: 'group', children: [] }
    const at = (value: number) => api.coord([value, Number(api.value(0))]) as [number, number]
    const [[x1, y], [x2], [x]] = [at(low), at(high), at(share)]
    const colour = few ? FEW : SURE
    const style = { stroke: colour, lineWidth: 2 }
    const line = (from: number, to: number, up: number, down: number) => ({
      type: 'line' as const,
      shape: { x1: from, y1: up, x2: to, y2: down },
      style,
    })
    return {
      type: 'group',
      children: [
        line(x1, x2, y, y),
        line(x1, x1, y - CAP, y + CAP),
        line(x2, x2, y - CAP, y + CAP),
        { type: 'circle', shape: { cx: x, cy: y, r: DOT }, style: { ...style, fill: few ? '#fff' : colour } },
      ],
    }
  }
  return {
    type: 'custom',
    renderItem,
    data: rows.map(({ rate }, i) => [i, rate.share ?? 0]),
    encode: { x: 1, y: 0 },
  }
}
