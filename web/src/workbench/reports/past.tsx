import '../../text/area/reports.js'
import type { ReportItem } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'

/** Reports in use, how much of each is decided and rightly read; those that were withdrawn below. */
export function Past() {
  const { t } = useText()
  const past = useQuery({ queryKey: ['reports'], queryFn: () => staffApi.reports() })
  const withdrawn = useQuery({
    queryKey: ['reports', 'withdrawn'],
    queryFn: () => staffApi.reports({ withdrawn: true }),
  })
  if (past.isError) return <PartFailure query={past} />
  if (past.isPending) return <p role="status">{t('app.loading')}</p>
  return (
    <section className="stack" aria-labelledby="past-title">
      <h2 id="past-title">{t('reports.past')}</h2>
      {past.data.length === 0 ? (
        <p className="muted">{t('reports.none')}</p>
      ) : (
        <>
          <Precision reports={past.data} />
          <Items reports={past.data} />
        </>
      )}
      {withdrawn.data && withdrawn.data.length > 0 && (
        <details>
          <summary>{t('reports.withdrawn.list', { count: withdrawn.data.length })}</summary>
          <Items reports={withdrawn.data} />
        </details>
      )}
    </section>
  )
}

/** Of all figures that people decided: how many had been read rightly. */
function Precision({ reports }: { readonly reports: readonly ReportItem[] }) {
  const { t } = useText()
  const sum = (key: 'facts' | 'accepted' | 'corrected' | 'rejected') =>
    reports.reduce((all, { counts }) => all + counts[key], 0)
  const checked = sum('accepted') + sum('corrected') + sum('rejected')
  const facts = sum('facts')
  return (
    <p className="muted">
      {checked === 0
        ? t('reports.precision.none', { facts })
        : t('reports.precision', {
            checked,
            facts,
            share: `${Math.round((sum('accepted') / checked) * 100)}%`,
          })}
    </p>
  )
}

function Items({ reports }: { readonly reports: readonly ReportItem[] }) {
  const { t, lang } = useText()
  return (
    <ul className="items">
      {reports.map(({ id, fileName, createdAt, articles, counts }) => (
        <li key={id}>
          <Link to="/workbench/reports/$report" params={{ report: id }} className="item">
            <span className="item-body">
              <span className="item-title">{fileName}</span>
              <span className="item-row muted small">
                <span className="number">{localTime(createdAt, lang)}</span>
                <span>
                  {t('reports.counts', {
                    articles,
                    facts: counts.facts,
                    checked: counts.accepted + counts.corrected + counts.rejected,
                  })}
                </span>
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
