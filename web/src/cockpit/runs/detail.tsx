import '../../text/area/runs.js'
import type { RegionRun, RegionRunDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { RunChanges } from './changes.js'

/** What one run found, or why it found nothing. */
export function Detail({ run }: { readonly run: RegionRun }) {
  const { t, lang } = useText()
  const found = useQuery({
    queryKey: ['region-run', run.id, lang],
    queryFn: () => staffApi.regionRun(run.id),
  })
  const seconds = run.endedAt ? (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000 : 0
  return (
    <section className="stack">
      <h2>{t('runs.of', { on: run.on })}</h2>
      {run.state === 'failed' && (
        <p className="notice bad">{t('runs.failed', { problem: run.problem ?? '' })}</p>
      )}
      {run.state === 'interrupted' && <p className="notice warn">{t('runs.interrupted')}</p>}
      {run.state === 'cancelled' && <p className="notice">{t('runs.cancelled')}</p>}
      {run.state === 'done' && (
        <p>
          {t('runs.summary', {
            subjects: run.subjects.toLocaleString('en-US'),
            programmes: run.programmes,
            seconds: seconds.toFixed(1),
          })}
        </p>
      )}
      {found.isError && <PartFailure query={found} />}
      {found.data && run.state === 'done' && (
        <>
          <RunChanges run={found.data} />
          <Programmes run={found.data} />
        </>
      )}
    </section>
  )
}

function Programmes({ run }: { readonly run: RegionRunDetail }) {
  const { t, lang } = useText()
  const [all, setAll] = useState(false)
  const concerning = run.items.filter(({ met, open }) => met + open > 0)
  const items = [...(all ? run.items : concerning)].sort((a, b) => b.met - a.met || b.open - a.open)
  const others = run.items.length - concerning.length
  return (
    <section className="card stack">
      <h3>{t('runs.programmes')}</h3>
      <div className="table-scroll">
        <table className="table runs-programmes">
          <thead>
            <tr>
              <th scope="col">{t('runs.programme')}</th>
              <th scope="col" className="number">
                {t('runs.met')}
              </th>
              <th scope="col" className="number">
                {t('runs.open.count')}
              </th>
              <th scope="col" className="number">
                {t('runs.amount')}
              </th>
              <th scope="col">{t('runs.version')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ programme, met, open, leastFen, mostFen, version }) => (
              <tr key={programme.id}>
                <th scope="row">
                  <Link to="/programmes/$programme" params={{ programme: programme.id }}>
                    {programme.title}
                  </Link>
                </th>
                <td className="number">{met.toLocaleString('en-US')}</td>
                <td className="number">{open.toLocaleString('en-US')}</td>
                <td className="number">{mostFen === '0' ? '–' : moneyPhrase(leastFen, mostFen, lang)}</td>
                <td className="runs-version">{version.slice(0, 8)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {others > 0 && !all && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('runs.others', { count: others })}
        </button>
      )}
    </section>
  )
}
