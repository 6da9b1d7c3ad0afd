import '../../text/area/indicators.js'
import type { IndicatorComparison } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { staffApi } from '../../ui/staff-api.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { Figure } from './figure.js'
import { useSave } from './use-save.js'
import { periodWords } from './words.js'

const route = getRouteApi('/cockpit/indicators')

/** What the chart draws, as a table: places by periods. */
export function Values({
  found,
  chosen,
}: {
  readonly found: IndicatorComparison
  readonly chosen: IndicatorComparison['places']
}) {
  const { t } = useText()
  const { checked } = route.useSearch()
  const save = useSave()
  const { indicator, unit, span, periods } = found
  const doubtful = new Set(
    found.contradictions.flatMap(({ figures }) => figures.map(({ report, n }) => `${report}/${n}`)),
  )
  const ask = {
    indicator,
    ...(unit === null ? {} : { unit }),
    ...(span === null ? {} : { span }),
    ...(checked ? { checked } : {}),
    place: chosen.map(({ place }) => place),
  }
  return (
    <section className="card stack" aria-labelledby="values-title">
      <div className="indicator-head">
        <h2 id="values-title">{t('compare.table')}</h2>
        <div className="actions">
          {(['xlsx', 'csv'] as const).map((form) => (
            <button
              key={form}
              type="button"
              className="button"
              onClick={() => save(() => staffApi.comparisonFile(form, ask), `${indicator}.${form}`)}
            >
              {t(`compare.export.${form}`)}
            </button>
          ))}
        </div>
      </div>
      <TableScroll>
        <table className="table indicator-values">
          <thead>
            <tr>
              <th scope="col">{t('compare.place')}</th>
              {periods.map((period) => (
                <th key={period} scope="col" className="number">
                  {periodWords(period, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chosen.map(({ place, cells }) => (
              <tr key={place}>
                <th scope="row">{place || '–'}</th>
                {periods.map((period) => {
                  const cell = cells.find((one) => one.period === period)
                  const { report = '', n = 0 } = cell?.figure ?? {}
                  return (
                    <td key={period} className="number">
                      {cell ? <Figure figure={cell.figure} others={cell.others} /> : '–'}
                      {doubtful.has(`${report}/${n}`) && (
                        <a href="#wrong" className="tag unknown">
                          {t('compare.flag')}
                        </a>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
