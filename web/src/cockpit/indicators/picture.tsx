import '../../text/area/indicators.js'
import type { IndicatorComparison } from '@kehui/server/client'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { usePreferences } from '../../ui/preferences.js'
import { saveFile } from '../../ui/save-file.js'
import type { ChartCanvas } from './chart-canvas.js'
import { type ChartData, chartData, nextPoint, shapeOf } from './chart-data.js'
import { SHAPES } from './search.js'
import { periodWords } from './words.js'

const route = getRouteApi('/cockpit/indicators')

/** The chosen places as a chart; the table below has the figures. */
export function Picture({
  found,
  chosen,
}: {
  readonly found: IndicatorComparison
  readonly chosen: IndicatorComparison['places']
}) {
  const { t, lang } = useText()
  const { large } = usePreferences()
  const search = route.useSearch()
  const shape = shapeOf(found, search.shape)
  const data = useMemo(
    () => chartData(found, chosen, { shape, lang, large, t }),
    [found, chosen, shape, lang, large, t],
  )
  const [canvas, setCanvas] = useState<ChartCanvas | null>(null)
  const values = data.series.flatMap(({ points }) => points.filter((point) => point !== null))
  if (values.length < 2) return <p className="card muted">{t('compare.one')}</p>
  const keep = async () => {
    const title = t('compare.chart.title', { indicator: found.indicator, unit: found.unit ?? '' })
    const picture = await canvas?.png(title, t('compare.chart.legend'))
    if (picture) saveFile(picture, `${found.indicator}.png`)
  }
  return (
    <section className="card stack" aria-labelledby="chart-title">
      <div className="indicator-head">
        <h2 id="chart-title">{t('compare.picture')}</h2>
        <div className="actions">
          {found.periods.length > 1 && (
            <nav className="segments" aria-label={t('compare.shape')}>
              {SHAPES.map((one) => (
                <Link
                  key={one}
                  from="/cockpit/indicators"
                  to="."
                  search={{ ...search, shape: one }}
                  aria-current={one === shape ? 'true' : undefined}
                  resetScroll={false}
                  replace
                >
                  {t(`compare.shape.${one}`)}
                </Link>
              ))}
            </nav>
          )}
          <button
            type="button"
            className="button"
            aria-disabled={canvas === null}
            onClick={() => void keep()}
          >
            {t('compare.export.png')}
          </button>
        </div>
      </div>
      <Chart
        data={data}
        label={t('compare.chart', {
          indicator: found.indicator,
          places: data.series.map(({ name }) => name).join(t('common.comma')),
          periods: found.periods.map((period) => periodWords(period, t)).join(t('common.comma')),
          unit: found.unit ?? '',
        })}
        canvas={canvas}
        onCanvas={setCanvas}
      />
      <p className="muted small">{t('compare.chart.legend')}</p>
    </section>
  )
}

interface ChartProps {
  readonly data: ChartData
  readonly label: string
  readonly canvas: ChartCanvas | null
  readonly onCanvas: (canvas: ChartCanvas | null) => void
}

/** The drawing, led through by arrow keys; what is pointed at is said. */
function Chart({ data, label, canvas, onCanvas }: ChartProps) {
  const { t } = useText()
  const id = useId()
  const host = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<readonly [number, number]>([0, 0])
  useDrawing(host, onCanvas)
  useEffect(() => canvas?.show(data), [canvas, data])
  const [row, at] = [
    Math.min(cursor[0], data.series.length - 1),
    Math.min(cursor[1], data.periods.length - 1),
  ]
  const point = data.series[row]?.points[at]
  const said = {
    place: data.series[row]?.name ?? '',
    period: data.periods[at] ?? '',
    value: point?.words ?? '',
  }
  const show = ([series, place]: readonly [number, number]) => {
    if (data.periods.length === 1) canvas?.point(0, series)
    else canvas?.point(series, place)
  }
  const press = (event: KeyboardEvent) => {
    const next = nextPoint(data, [row, at], event.key)
    if (!next) return
    event.preventDefault()
    setCursor(next)
    show(next)
  }
  const height = data.periods.length === 1 ? `rows-${data.series.length}` : ''
  return (
    <>
      <div
        className={`indicator-chart ${height}`}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={`${id}-point`}
        onKeyDown={press}
        onFocus={() => show([row, at])}
      >
        <div ref={host} className="indicator-host" aria-hidden="true" />
        <div id={`${id}-point`} role="option" tabIndex={-1} aria-selected="true" className="hidden-visually">
          {t(point ? 'compare.chart.point' : 'compare.chart.gap', said)}
        </div>
      </div>
      <p className="muted small" id={`${id}-keys`}>
        {t('compare.chart.keys')}
      </p>
    </>
  )
}

/** What draws is loaded when it is needed; without the picture there is the table. */
function useDrawing(
  host: { readonly current: HTMLDivElement | null },
  onCanvas: (canvas: ChartCanvas | null) => void,
): void {
  useEffect(() => {
    const element = host.current
    if (!element) return
    let made: ChartCanvas | null = null
    let gone = false
    import('./chart-canvas.js').then(
      ({ createChartCanvas }) => {
        if (gone) return
        made = createChartCanvas(element)
        onCanvas(made)
      },
      () => undefined,
    )
    return () => {
      gone = true
      made?.dispose()
      onCanvas(null)
    }
  }, [host, onCanvas])
}
