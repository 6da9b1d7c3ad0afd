import '../../text/area/portrait.js'
import type { Trend } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

/** Figures of several years: a small chart each, with its table beside it. */
export function TrendsCard({ trends }: { readonly trends: readonly Trend[] }) {
  const { t } = useText()
  if (trends.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="portrait-trends">
      <h2 id="portrait-trends">{t('portrait.trends')}</h2>
      <div className="trends">
        {trends.map((trend) => (
          <TrendFigure key={trend.label} trend={trend} />
        ))}
      </div>
    </section>
  )
}

const WIDTH = 120
const HEIGHT = 56

/** The drawing says nothing that the table does not, so only the table is read out. */
function Bars({ points }: Pick<Trend, 'points'>) {
  const values = points.map(({ value }) => value)
  const [top, bottom] = [Math.max(0, ...values), Math.min(0, ...values)]
  const range = top - bottom || 1
  const step = WIDTH / points.length
  const y = (value: number) => ((top - value) / range) * (HEIGHT - 4) + 2
  return (
    <svg
      className="trend-bars"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      // Each bar stands above its column of the table, however wide that is.
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {points.map(({ year, value }, i) => (
        <rect
          key={year}
          x={i * step + step * 0.18}
          width={step * 0.64}
          y={Math.min(y(value), y(0))}
          height={Math.max(1, Math.abs(y(value) - y(0)))}
          className={i === points.length - 1 ? 'last' : ''}
        />
      ))}
      <path d={`M0 ${y(0)}H${WIDTH}`} className="base" />
    </svg>
  )
}

function TrendFigure({ trend }: { readonly trend: Trend }) {
  const { t } = useText()
  const { label, points, change } = trend
  return (
    <figure className="trend">
      <figcaption>
        <b>{label}</b>
        {change !== null && <span className="muted small number">{t('portrait.change', { change })}</span>}
      </figcaption>
      <Bars points={points} />
      <table>
        <caption className="hidden-visually">{label}</caption>
        <thead>
          <tr>
            {points.map(({ year }) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {points.map(({ year, text, source }) => (
              <td key={year} className="number" title={source ?? undefined}>
                {text}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </figure>
  )
}
