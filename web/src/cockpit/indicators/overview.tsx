import '../../text/area/indicators.js'
import '../../text/area/reports.js'
import type { IndicatorOverview } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { SearchForm } from '../../ui/search-form.js'
import { staffApi } from '../../ui/staff-api.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { CheckedOnly } from './checked-only.js'
import { Contradictions } from './contradictions.js'
import { useSave } from './use-save.js'

const route = getRouteApi('/cockpit/indicators')
const SHOWN = 100

/** All indicators, those of most places first, and what does not fit. */
export function Overview() {
  const { t } = useText()
  const search = route.useSearch()
  const { checked = false, q = '' } = search
  const navigate = route.useNavigate()
  const found = useQuery({ queryKey: ['indicators', checked], queryFn: () => staffApi.indicators(checked) })
  const save = useSave()
  return (
    <div className="page stack cockpit indicators">
      <h1>{t('indicators.title')}</h1>
      <p className="muted">{t('compare.lead')}</p>
      <div className="indicator-top">
        <SearchForm
          label={t('compare.find')}
          query={q}
          onSearch={(next) => navigate({ search: { ...search, q: next || undefined }, replace: true })}
          asTyped
        />
        <CheckedOnly />
      </div>
      <div className="actions">
        <Link to="/cockpit/indicators/names" className="button">
          {t('compare.names')}
        </Link>
        {(found.data?.indicators.length ?? 0) > 0 &&
          (['xlsx', 'csv'] as const).map((form) => (
            <button
              key={form}
              type="button"
              className="button"
              onClick={() =>
                save(() => staffApi.indicatorFile(form, { checked, q }), `${t('indicators.title')}.${form}`)
              }
            >
              {t(`compare.export.${form}`)}
            </button>
          ))}
      </div>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && <List found={found.data} />}
      {found.data && (
        <Contradictions
          id="wrong"
          found={found.data.contradictions}
          total={found.data.contradictionCount}
          named
        />
      )}
    </div>
  )
}

function List({ found }: { readonly found: IndicatorOverview }) {
  const { t } = useText()
  const { checked, q = '' } = route.useSearch()
  const rows = found.indicators.filter(({ indicator }) => indicator.includes(q.trim()))
  if (found.indicators.length === 0 && checked) return <p className="card">{t('compare.none.checked')}</p>
  if (found.indicators.length === 0)
    return (
      <p className="card">
        {t('compare.none')} <Link to="/workbench/reports">{t('compare.none.link')}</Link>
      </p>
    )
  if (rows.length === 0) return <p className="card">{t('compare.none.found', { q })}</p>
  return (
    <section className="card stack" aria-labelledby="all-title">
      <h2 id="all-title">{t('compare.all')}</h2>
      {found.omitted > 0 && <p className="notice warn">{t('compare.omitted', { count: found.omitted })}</p>}
      <TableScroll>
        <table className="table indicator-list">
          <thead>
            <tr>
              <th scope="col">{t('compare.indicator')}</th>
              <th scope="col">{t('compare.units')}</th>
              {(['places', 'periods', 'figures', 'checked.count'] as const).map((head) => (
                <th key={head} scope="col" className="number">
                  {t(`compare.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={row.indicator}>
                <th scope="row">
                  <Link
                    from="/cockpit/indicators"
                    to="."
                    search={{ indicator: row.indicator, checked }}
                    className="indicator-name"
                  >
                    {row.indicator}
                  </Link>
                  {row.wrong > 0 && (
                    <span className="tag unknown">{t('compare.wrong.count', { count: row.wrong })}</span>
                  )}
                </th>
                <td>{row.units.join(t('common.comma'))}</td>
                <td className="number">{row.places}</td>
                <td className="number">{row.periods}</td>
                <td className="number">{row.figures}</td>
                <td className="number">{row.checked}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {rows.length > SHOWN && (
        <p className="muted">{t('compare.shown', { shown: SHOWN, total: rows.length })}</p>
      )}
    </section>
  )
}
