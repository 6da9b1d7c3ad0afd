import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'
import type { ChartData } from './chart-data.js'
import { optionOf } from './chart-option.js'
import { framedPng } from './chart-png.js'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, LabelLayout, CanvasRenderer])

export interface ChartCanvas {
  show(data: ChartData): void
  /** Points at a value, or at none. */
  point(series: number, at: number): void
  /** As a picture that can be put into a document. */
  png(title: string, caption: string): Promise<Blob | null>
  dispose(): void
}

export function createChartCanvas(host: HTMLElement): ChartCanvas {
  const chart = init(host, null, { renderer: 'canvas' })
  let latest: ChartData | null = null
  const draw = () => {
    if (latest) chart.setOption(optionOf(latest, host.clientWidth, getComputedStyle(host).fontFamily), true)
  }
  const observer = new ResizeObserver(() => {
    chart.resize()
    draw()
  })
  observer.observe(host)
  return {
    show(data) {
      latest = data
      draw()
    },
    point(series, at) {
      chart.dispatchAction({ type: 'downplay' })
      chart.dispatchAction({ type: 'highlight', seriesIndex: series, dataIndex: at })
      chart.dispatchAction({ type: 'showTip', seriesIndex: series, dataIndex: at })
    },
    png: (title, caption) =>
      framedPng(chart.renderToCanvas({ pixelRatio: 2, backgroundColor: '#fff' }), {
        title,
        caption,
        font: getComputedStyle(host).fontFamily,
      }),
    dispose() {
      observer.disconnect()
      chart.dispose()
    },
  }
}
