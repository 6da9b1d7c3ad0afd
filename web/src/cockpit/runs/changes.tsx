import '../../text/area/runs.js'
import type { EntitlementChangeView, RegionRunDetail } from '@kehui/server/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

const route = getRouteApi('/cockpit/runs')

/** What came out otherwise than in the run before, by programme and reason. */
export function RunChanges({ run }: { readonly run: RegionRunDetail }) {
  const { t, lang } = useText()
  const { programme, reason } = route.useSearch()
  const found = useInfiniteQuery({
    queryKey: ['run-changes', run.id, programme, reason, lang],
    queryFn: ({ pageParam }) => staffApi.runChanges(run.id, { programme, reason, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ more, items }) => (more ? items.at(-1)?.id : undefined),
    enabled: run.changes > 0,
  })
  const [first] = found.data?.pages ?? []
  return (
    <section className="card stack">
      <h3>{t('runs.changes')}</h3>
      {run.changes === 0 ? <p className="muted">{t('runs.changes.none')}</p> : <Filters run={run} />}
      {found.isError && <PartFailure query={found} />}
      {first && (
        <p role="status" className="muted">
          {t('runs.changes.count', { total: first.total.toLocaleString('en-US') })}
        </p>
      )}
      <ul className="runs-changes">
        {found.data?.pages
          .flatMap(({ items }) => items)
          .map((change) => (
            <Change key={change.id} change={change} />
          ))}
      </ul>
      {found.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('runs.changes.more')}
        </button>
      )}
    </section>
  )
}

function Filters({ run }: { readonly run: RegionRunDetail }) {
  const { t } = useText()
  const [programmeId, reasonId] = [useId(), useId()]
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (chosen: { programme?: string | undefined; reason?: string | undefined }) =>
    navigate({ search: { ...search, run: run.id, ...chosen }, resetScroll: false })
  return (
    <div className="runs-filters">
      <div className="field">
        <label htmlFor={programmeId}>{t('runs.changes.programme')}</label>
        <select
          id={programmeId}
          className="input"
          value={search.programme ?? ''}
          onChange={({ target: { value } }) => choose({ programme: value || undefined })}
        >
          <option value="">{t('runs.changes.all')}</option>
          {run.changed.map(({ id, title, count }) => (
            <option key={id} value={id}>
              {title}（{count}）
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={reasonId}>{t('runs.changes.reason')}</label>
        <select
          id={reasonId}
          className="input"
          value={search.reason ?? ''}
          onChange={({ target: { value } }) => choose({ reason: value || undefined })}
        >
          <option value="">{t('runs.changes.all')}</option>
          {run.reasons.map(({ kind, label, count }) => (
            <option key={kind} value={kind}>
              {label}（{count}）
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

function Change({ change }: { readonly change: EntitlementChangeView }) {
  const { t } = useText()
  const { subject, programme, before, after, reasons } = change
  return (
    <li className="stack tight">
      <p>
        {subject.name === '' ? (
          <span className="muted">{t('runs.change.gone')}</span>
        ) : (
          <Link
            to="/companies/$company"
            params={{ company: subject.id }}
            search={{ entry: `${programme.id}~${subject.id}` }}
          >
            {subject.name}
          </Link>
        )}{' '}
        {programme.title}
      </p>
      <p className="runs-became">
        <Outcome outcome={before} />
        <span aria-hidden="true">→</span>
        <span className="hidden-visually">{t('runs.change.became')}</span>
        <Outcome outcome={after} />
      </p>
      <ul className="bullets small muted" aria-label={t('runs.change.reasons')}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </li>
  )
}

function Outcome({ outcome }: { readonly outcome: EntitlementChangeView['before'] }) {
  const { t, lang } = useText()
  const { verdict, amountFen, missing } = outcome ?? { verdict: 'no', amountFen: null, missing: 0 }
  return (
    <span className="runs-outcome">
      <VerdictMark kind={verdict} />
      <span>
        {outcome === null ? t('runs.change.none') : t(`verdict.${verdict}`)}
        {amountFen && amountFen.max !== '0' && ` ${moneyPhrase(amountFen.min, amountFen.max, lang)}`}
        {missing > 0 && ` · ${t('runs.change.missing', { count: missing })}`}
      </span>
    </span>
  )
}
