import type { ChainPicture } from '@kehui/server/client'
import type { CustomSeriesOption, LinesSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { Shown } from './canvas.js'
import type { Cover } from './cover-mark.js'
import { itemsOf, type Window } from './geometry.js'

/** What the picture says, in the reader's language. */
export interface CanvasWords {
  readonly stages: readonly string[]
  readonly covers: Readonly<Record<Cover, string>>
  readonly count: (count: number) => string
  readonly font: string
  /** How much larger than usual the reader wants texts. */
  readonly textScale: number
}

const INK = '#15222e'
const LINE = '#c3ced7'
const COLOURS: Readonly<Record<Cover, string>> = {
  held: '#0a7350',
  away: '#13609f',
  open: '#8a5600',
  none: '#b3261e',
}
const TINTS: Readonly<Record<Cover, string>> = {
  held: '#e8f5ef',
  away: '#e9f1f8',
  open: '#fff5dc',
  none: '#fcedeb',
}
const SYMBOLS: Readonly<Record<Cover, string>> = {
  held: 'circle',
  away: 'rect',
  open: 'diamond',
  none: 'triangle',
}
const COVERS = Object.keys(SYMBOLS) as Cover[]

/** Below so many pixels a unit names cannot be read, and more than so many of them nobody reads. */
const NAMED_FROM = 0.6
const MOST_NAMED = 400
const NAME_WIDTH = 92

type RenderItem = Exclude<CustomSeriesOption['renderItem'], string | undefined>
type CustomSeriesRenderItemAPI = Parameters<RenderItem>[1]
type CustomSeriesRenderItemReturn = ReturnType<RenderItem>
type Series = CustomSeriesOption | LinesSeriesOption | ScatterSeriesOption

export function seriesOf(shown: Shown, window: Window): Series[] {
  return [
    titles(shown),
    blocks(shown),
    arcs(shown),
    // Of a cover that nothing has, the library cannot draw an empty series of this kind.
    ...COVERS.filter((cover) => shown.picture.places.some(({ makers }) => makers === cover)).map((cover) =>
      marks(shown.picture, cover, window),
    ),
    names(shown, window),
    cursor(shown),
  ]
}

function custom(
  id: string,
  data: (string | number)[][],
  draw: (row: (string | number)[], api: CustomSeriesRenderItemAPI) => CustomSeriesRenderItemReturn,
): CustomSeriesOption {
  return {
    id,
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    data,
    encode: { x: 0, y: 1 },
    clip: true,
    renderItem: ({ dataIndex }, api) => draw(data[dataIndex] ?? [], api),
  }
}

const perUnit = (api: CustomSeriesRenderItemAPI): number => {
  const [width = 1] = [api.size?.([1, 1])].flat()
  return Number(width)
}
const at = (api: CustomSeriesRenderItemAPI, x: number, y: number): [number, number] => {
  const [left = 0, top = 0] = api.coord([x, y])
  return [left, top]
}

function titles({ picture, words }: Shown): CustomSeriesOption {
  const data = picture.stages.flatMap(({ blocks: all, links }, i) => {
    const x = Math.min(...all.map((block) => block.x))
    const flows = i > 0 && joins(picture.stages[i - 1], picture.stages[i])
    return all.length > 0 ? [[x, -14, words.stages[i] ?? '', words.count(links), flows ? '→' : '']] : []
  })
  return custom('titles', data, ([x = 0, y = 0, title = '', count = '', arrow = ''], api) => {
    const scale = perUnit(api)
    if (scale < 0.3) return null
    const [left, bottom] = at(api, Number(x), Number(y))
    const size = Math.max(11, 14 * Math.min(scale, 1.1)) * words.textScale
    return {
      type: 'group',
      silent: true,
      children: [
        {
          type: 'text',
          style: {
            x: left - 45 * scale,
            y: bottom + 56 * scale,
            text: String(arrow),
            font: `${28 * scale}px ${words.font}`,
            fill: '#7d8c99',
            align: 'center',
            verticalAlign: 'middle',
          },
        },
        {
          type: 'text',
          style: {
            x: left,
            y: bottom,
            text: `{t|${title}}  {c|${count}}`,
            verticalAlign: 'bottom',
            rich: {
              t: { font: `600 ${size}px ${words.font}`, fill: INK },
              c: { font: `${size - 1}px ${words.font}`, fill: '#50606f' },
            },
          },
        },
      ],
    }
  })
}

type Stage = ChainPicture['stages'][number]

/** Whether what stands left goes into what stands right: kinds and what is wider do not. */
function joins(left: Stage | undefined, right: Stage | undefined): boolean {
  const flows = (stage: Stage | undefined) =>
    stage !== undefined && stage.direction !== 'kinds' && stage.direction !== 'wider'
  return flows(left) && flows(right)
}

function blocks({ picture, words }: Shown): CustomSeriesOption {
  const all = picture.stages.flatMap((stage) => stage.blocks)
  const data = all.map(({ x, y, width, height, cover, links, open, key }) => [
    x,
    y,
    width,
    height,
    cover,
    links,
    open ? 1 : 0,
    key,
  ])
  return custom('blocks', data, (row, api) => {
    const [x = 0, y = 0, width = 0, height = 0, cover = 'none', links = 0, open = 0] = row
    const scale = perUnit(api)
    const [left, top] = at(api, Number(x), Number(y))
    const name = cover as Cover
    const size = Math.max(9, 13 * Math.min(scale, 1.2)) * words.textScale
    const readable = scale >= 0.35
    const text = (line: string, dy: number, weight: number, px: number, fill: string) => ({
      type: 'text' as const,
      style: {
        x: left + 14 * scale,
        y: top + dy * scale,
        text: line,
        font: `${weight} ${px}px ${words.font}`,
        fill,
        verticalAlign: 'middle' as const,
      },
    })
    const closed = [
      text(words.covers[name], 24, 600, size, COLOURS[name]),
      text(words.count(Number(links)), 56, 700, size * 1.25, INK),
    ]
    const opened = [
      text(`${words.covers[name]}　${words.count(Number(links))}`, 16, 600, size, COLOURS[name]),
    ]
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: {
            x: left,
            y: top,
            width: Number(width) * scale,
            height: Number(height) * scale,
            r: 8 * scale,
          },
          style: { fill: open ? '#ffffff' : TINTS[name], stroke: COLOURS[name], lineWidth: open ? 1 : 1.5 },
        },
        ...(readable ? (open ? opened : closed) : []),
      ],
    }
  })
}

/** Of one cover, each in its shape, all in one stroke: thousands of them move with the window. */
function marks({ places }: ChainPicture, cover: Cover, window: Window): ScatterSeriesOption {
  const unitsWide = Math.max(1, window.width)
  return {
    id: `marks-${cover}`,
    type: 'scatter',
    coordinateSystem: 'cartesian2d',
    large: true,
    largeThreshold: 0,
    symbol: SYMBOLS[cover],
    symbolSize: unitsWide > 6000 ? 5 : unitsWide > 2500 ? 7 : 12,
    itemStyle: { color: COLOURS[cover], opacity: 1 },
    data: places.filter(({ makers }) => makers === cover).map(({ x, y, id }) => [x, y, id]),
  }
}

function arcs({ picture, picked }: Shown): LinesSeriesOption {
  const { places } = picture
  const number = places.findIndex(({ id }) => id === picked)
  const mine = number < 0 ? [] : picture.arcs.filter((arc) => arc.includes(number))
  return {
    id: 'arcs',
    type: 'lines',
    coordinateSystem: 'cartesian2d',
    silent: true,
    symbol: ['none', 'arrow'],
    symbolSize: 7,
    lineStyle: { color: '#175c93', width: 1.5, opacity: 0.75, curveness: 0.12 },
    data: mine.flatMap(([from, to]) => {
      const [a, b] = [places[from], places[to]]
      return a && b
        ? [
            {
              coords: [
                [a.x, a.y],
                [b.x, b.y],
              ],
            },
          ]
        : []
    }),
  }
}

function names({ picture, words }: Shown, { x, y, width, height }: Window): CustomSeriesOption {
  const inView = picture.places.filter(
    (place) => place.x > x - NAME_WIDTH && place.x < x + width && place.y > y && place.y < y + height,
  )
  const data = inView.length <= MOST_NAMED ? inView.map((place) => [place.x, place.y, place.name]) : []
  return {
    ...custom('names', data, ([left = 0, top = 0, name = ''], api) => {
      const scale = perUnit(api)
      if (scale < NAMED_FROM) return null
      const [px, py] = at(api, Number(left), Number(top))
      return {
        type: 'text',
        style: {
          x: px + 9,
          y: py,
          text: String(name),
          font: `${Math.max(11, 12 * Math.min(scale, 1.25)) * words.textScale}px ${words.font}`,
          fill: INK,
          verticalAlign: 'middle',
          width: NAME_WIDTH * scale,
          overflow: 'truncate',
          ellipsis: '…',
        },
      }
    }),
    silent: true,
  }
}

function cursor({ picture, cursor: item, picked }: Shown): CustomSeriesOption {
  const chosen = itemsOf(picture).find((one) => one.kind === 'link' && one.key === picked)
  const rings = [chosen, item].flatMap((one) => (one ? [one] : []))
  const data = rings.map((one) => [one.x, one.y, one.width, one.height, one === item ? INK : LINE])
  return {
    ...custom('cursor', data, ([x = 0, y = 0, width = 0, height = 0, colour = INK], api) => {
      const scale = perUnit(api)
      const [left, top] = at(api, Number(x), Number(y))
      return {
        type: 'rect',
        shape: {
          x: left - 3,
          y: top - 3,
          width: Number(width) * scale + 6,
          height: Number(height) * scale + 6,
          r: 6,
        },
        style: { fill: 'transparent', stroke: String(colour), lineWidth: 3 },
      }
    }),
    silent: true,
  }
}
