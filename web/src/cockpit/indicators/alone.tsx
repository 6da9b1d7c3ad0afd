import '../../text/area/indicators.js'
import type { IndicatorComparison } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { Figure } from './figure.js'
import { periodWords } from './words.js'

/** Growth and ranks of which no report states the value: they cannot be drawn, and are not lost. */
export function Alone({ figures }: { readonly figures: IndicatorComparison['alone'] }) {
  const { t } = useText()
  if (figures.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="alone-title">
      <h2 id="alone-title">{t('compare.alone')}</h2>
      <TableScroll>
        <table className="table indicator-ranks">
          <thead>
            <tr>
              <th scope="col">{t('compare.place')}</th>
              <th scope="col">{t('compare.period')}</th>
              <th scope="col" className="number">
                {t('compare.figures')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={`${figure.report}/${figure.n}`}>
                <th scope="row">{figure.place || '–'}</th>
                <td className="nowrap">{periodWords(figure.period, t)}</td>
                <td className="number">
                  <Figure figure={figure} isGrowth={figure.unit === '%'} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
