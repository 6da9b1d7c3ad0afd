import '../../text/area/runs.js'
import type { RegionRun } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'

/** The last runs; each leads to what it found. */
export function RunList({
  items,
  shown,
}: {
  readonly items: readonly RegionRun[]
  readonly shown: string | undefined
}) {
  const { t } = useText()
  return (
    <section className="card stack">
      <h2>{t('runs.list')}</h2>
      {items.length === 0 ? (
        <div className="notice stack tight">
          <p>{t('runs.none')}</p>
          <p>{t('runs.none.next')}</p>
        </div>
      ) : (
        <div className="table-scroll runs-list">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('runs.col.started')}</th>
                <th scope="col">{t('runs.col.on')}</th>
                <th scope="col">{t('runs.col.state')}</th>
                <th scope="col" className="number">
                  {t('runs.col.changes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((run) => (
                <Row key={run.id} run={run} current={run.id === shown} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Row({ run, current }: { readonly run: RegionRun; readonly current: boolean }) {
  const { t, lang } = useText()
  const { id, startedAt, cause, byName, state, on, changes } = run
  const started = localTime(startedAt, lang)
  const by =
    cause === 'nightly'
      ? t('runs.cause.nightly')
      : byName === null
        ? t('runs.cause.asked.nobody')
        : t('runs.cause.asked', { name: byName })
  return (
    <tr className={current ? 'current' : undefined}>
      <th scope="row">
        <Link
          to="/cockpit/runs"
          search={{ run: id }}
          resetScroll={false}
          className="runs-link number"
          aria-current={current || undefined}
          aria-label={t('runs.open', { started })}
        >
          {started}
        </Link>
        <span className="muted small">{by}</span>
      </th>
      <td>{on}</td>
      <td>{t(`runs.state.${state}`)}</td>
      <td className="number">{state === 'done' ? changes.toLocaleString('en-US') : '–'}</td>
    </tr>
  )
}
