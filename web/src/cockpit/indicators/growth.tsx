import '../../text/area/indicators.js'
import type { IndicatorComparison } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { Figure } from './figure.js'
import { periodWords, signed } from './words.js'

type Cell = IndicatorComparison['places'][number]['cells'][number]
type ComparedGrowth = NonNullable<Cell['growth']>

/** What the two values say of growth, beside what the report says. */
export function Growth({ chosen }: { readonly chosen: IndicatorComparison['places'] }) {
  const { t } = useText()
  const rows = chosen.flatMap(({ place, cells }) =>
    cells.flatMap(({ period, growth }) => (growth ? [{ place, period, growth }] : [])),
  )
  return (
    <section className="card stack" aria-labelledby="growth-title">
      <h2 id="growth-title">{t('compare.growth')}</h2>
      {rows.length === 0 ? (
        <p className="muted">{t('compare.growth.none')}</p>
      ) : (
        <TableScroll>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('compare.place')}</th>
                <th scope="col">{t('compare.period')}</th>
                <th scope="col" className="number">
                  {t('compare.growth.computed')}
                </th>
                <th scope="col" className="number">
                  {t('compare.growth.reported')}
                </th>
                <th scope="col">{t('compare.growth.verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ place, period, growth }) => (
                <tr key={`${place} ${period}`}>
                  <th scope="row">{place || '–'}</th>
                  <td className="nowrap">{periodWords(period, t)}</td>
                  <td className="number">{growth.computed === null ? '–' : signed(growth.computed)}</td>
                  <td className="number">
                    {growth.reported ? <Figure figure={growth.reported} isGrowth /> : '–'}
                  </td>
                  <td>
                    <Verdict growth={growth} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

function Verdict({ growth: { computed, reported, differs, loose } }: { readonly growth: ComparedGrowth }) {
  const { t } = useText()
  if (reported === null)
    return <span className="muted">{t(loose ? 'compare.growth.loose' : 'compare.growth.unsaid')}</span>
  if (computed === null) return <span className="muted">{t('compare.growth.alone')}</span>
  return (
    <span className="tags">
      {differs ? (
        <a href="#wrong" className="tag no">
          {t('compare.growth.differs')}
        </a>
      ) : (
        <span className="tag yes">{t('compare.growth.fits')}</span>
      )}
      {loose && <span className="tag moot">{t('compare.growth.loose')}</span>}
    </span>
  )
}
