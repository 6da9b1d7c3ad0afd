import type { ChainPicture } from '@kehui/server/client'
import { CustomChart, LinesChart, ScatterChart } from 'echarts/charts'
import { DataZoomInsideComponent, GridComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { type CanvasWords, seriesOf } from './canvas-series.js'
import { boundsOf, type Item, itemsOf, type Window } from './geometry.js'

use([CustomChart, LinesChart, ScatterChart, DataZoomInsideComponent, GridComponent, CanvasRenderer])

export interface Shown {
  readonly picture: ChainPicture
  readonly words: CanvasWords
  /** The link whose arcs are drawn. */
  readonly picked: string | null
  /** Where the keyboard is. */
  readonly cursor: Item | null
}

export interface ChainCanvas {
  show(shown: Shown): void
  /** Brings an item into view where it is not. */
  reveal(item: Item): void
  zoom(factor: number): void
  fit(): void
  resize(): void
  dispose(): void
}

/** The picture on a canvas: positions come from the server, and what is not in view has no names. */
export function createCanvas(host: HTMLElement, onItem: (item: Item) => void): ChainCanvas {
  const chart = init(host, null, { renderer: 'canvas' })
  const view = new View(chart, host)
  let shown: Shown | null = null
  let waiting = 0
  const draw = () => {
    waiting = 0
    if (shown) chart.setOption({ series: seriesOf(shown, view.window()) }, { replaceMerge: ['series'] })
  }
  chart.on('datazoom', (event) => {
    view.moved(event)
    // Names follow once a frame, however often the window moves in it.
    waiting ||= requestAnimationFrame(draw)
  })
  chart.on('click', ({ seriesId, data }) => {
    const items = shown ? itemsOf(shown.picture) : []
    const key = Array.isArray(data) ? data.at(-1) : undefined
    const item = items.find((one) => one.key === key && (seriesId === 'blocks') === (one.kind === 'block'))
    if (item) onItem(item)
  })
  return {
    show(next) {
      const before = shown?.picture
      shown = next
      view.setPicture(next.picture, before === undefined || before.focus.id !== next.picture.focus.id)
      draw()
    },
    reveal: (item) => view.reveal(item),
    zoom: (factor) => view.zoom(factor),
    fit: () => view.fit(),
    resize() {
      chart.resize()
      if (shown) view.setPicture(shown.picture, false)
      draw()
    },
    dispose() {
      cancelAnimationFrame(waiting)
      chart.dispose()
    },
  }
}

/** Pixels a unit of the picture, at most and at first: a picture too wide to be read whole begins at its focus. */
const LARGEST = 1.5
const READABLE = 0.75

interface Span {
  readonly dataZoomId: string
  readonly start: number
  readonly end: number
}

/** What of the picture is in view. Both axes show the same number of units a pixel. */
class View {
  private readonly chart: ECharts
  private readonly host: HTMLElement
  private picture: ChainPicture | null = null
  private hostWidth = 1
  private bounds: Window = { x: 0, y: 0, width: 1, height: 1 }
  private readonly spans: Record<'x' | 'y', [start: number, end: number]> = { x: [0, 100], y: [0, 100] }

  constructor(chart: ECharts, host: HTMLElement) {
    this.chart = chart
    this.host = host
  }

  private scale(): number {
    return this.host.clientWidth / this.bounds.width
  }

  setPicture(picture: ChainPicture, anew: boolean): void {
    const before = this.window()
    const [width, height] = [this.host.clientWidth, this.host.clientHeight]
    const scale = this.hostWidth / before.width
    const wasWhole = this.spans.x[1] - this.spans.x[0] > 99.9
    this.picture = picture
    this.hostWidth = width
    this.bounds = boundsOf(picture, width, height)
    const { bounds } = this
    const axis = { type: 'value', show: false } as const
    const zoom = { type: 'inside', filterMode: 'none', zoomOnMouseWheel: 'ctrl', throttle: 0 } as const
    const minSpan = Math.min(100, (100 * this.scale()) / LARGEST)
    this.chart.setOption({
      animation: false,
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { ...axis, min: bounds.x, max: bounds.x + bounds.width },
      yAxis: { ...axis, min: bounds.y, max: bounds.y + bounds.height, inverse: true },
      dataZoom: [
        { ...zoom, id: 'x', xAxisIndex: 0, minSpan },
        { ...zoom, id: 'y', yAxisIndex: 0, minSpan },
      ],
    })
    if (anew || wasWhole) this.start()
    else this.lookAt(before.x + before.width / 2, before.y + before.height / 2, scale)
  }

  /** What the library says of a move: percents of an axis, one axis or both. */
  moved(event: unknown): void {
    const told = event as Partial<Span> & { readonly batch?: readonly Partial<Span>[] }
    for (const { dataZoomId, start, end } of told.batch ?? [told])
      if ((dataZoomId === 'x' || dataZoomId === 'y') && start !== undefined && end !== undefined)
        this.spans[dataZoomId] = [start, end]
  }

  /** In view now, in units of the picture. */
  window(): Window {
    const { bounds, spans } = this
    return {
      x: bounds.x + (spans.x[0] / 100) * bounds.width,
      y: bounds.y + (spans.y[0] / 100) * bounds.height,
      width: ((spans.x[1] - spans.x[0]) / 100) * bounds.width,
      height: ((spans.y[1] - spans.y[0]) / 100) * bounds.height,
    }
  }

  private look({ x, y, width, height }: Window): void {
    const percent = (value: number, from: number, whole: number) =>
      Math.max(0, Math.min(100, ((value - from) / whole) * 100))
    const { bounds } = this
    const batch: Span[] = [
      {
        dataZoomId: 'x',
        start: percent(x, bounds.x, bounds.width),
        end: percent(x + width, bounds.x, bounds.width),
      },
      {
        dataZoomId: 'y',
        start: percent(y, bounds.y, bounds.height),
        end: percent(y + height, bounds.y, bounds.height),
      },
    ]
    this.moved({ batch })
    this.chart.dispatchAction({ type: 'dataZoom', batch })
  }

  fit(): void {
    this.look(this.bounds)
  }

  private start(): void {
    if (this.scale() >= READABLE) {
      this.fit()
      return
    }
    const focus = this.picture?.stages.find(({ key }) => key === 'focus') ?? this.picture?.stages[0]
    const block = focus?.blocks[0]
    this.lookAt(block ? block.x + block.width / 2 : 0, (block?.y ?? 0) + 60, READABLE)
  }

  /** A window of this scale around a point, moved so that it stays within the picture. */
  private lookAt(x: number, y: number, scale: number): void {
    const { bounds, host } = this
    const width = Math.min(bounds.width, host.clientWidth / Math.max(scale, this.scale()))
    const height = (width / bounds.width) * bounds.height
    const held = (at: number, size: number, from: number, whole: number) =>
      Math.max(from, Math.min(from + whole - size, at - size / 2))
    this.look({
      x: held(x, width, bounds.x, bounds.width),
      y: held(y, height, bounds.y, bounds.height),
      width,
      height,
    })
  }

  zoom(factor: number): void {
    const { x, y, width, height } = this.window()
    const scale = Math.min(LARGEST, Math.max(this.scale(), (this.host.clientWidth / width) * factor))
    this.lookAt(x + width / 2, y + height / 2, scale)
  }

  reveal(item: Item): void {
    const { x, y, width, height } = this.window()
    const inside =
      item.x >= x && item.x + item.width <= x + width && item.y >= y && item.y + item.height <= y + height
    if (inside) return
    this.lookAt(item.x + item.width / 2, item.y + item.height / 2, this.host.clientWidth / width)
  }
}
