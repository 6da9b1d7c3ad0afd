import '../../text/area/matrix.js'
import '../../text/area/versions.js'
import type { MatrixChange } from '@kehui/server/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { moneyPhrase } from '../../ui/money.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { filtersOf } from './asked-for.js'

const route = getRouteApi('/workbench/matrix')
const KINDS = ['import', 'rule', 'date'] as const

function isDay(since: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(since)
}

function Since({ on }: { readonly on: string }) {
  const { t } = useText()
  const [kindId, dayId] = [useId(), useId()]
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const since = search.since ?? 'import'
  const kind = isDay(since) ? 'date' : since
  const choose = (value: string | undefined) =>
    navigate({ search: { ...search, since: value }, resetScroll: false })
  return (
    <div className="matrix-filters matrix-since">
      <div className="field">
        <label htmlFor={kindId}>{t('matrix.changes.since')}</label>
        <select
          id={kindId}
          className="input"
          value={kind}
          onChange={({ target: { value } }) =>
            choose(value === 'date' ? on : value === 'import' ? undefined : value)
          }
        >
          {KINDS.map((value) => (
            <option key={value} value={value}>
              {t(`matrix.changes.${value}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'date' && (
        <div className="field">
          <label htmlFor={dayId}>{t('matrix.changes.day')}</label>
          <input
            id={dayId}
            type="date"
            className="input"
            value={since}
            max={on}
            onChange={({ target: { value } }) => value !== '' && choose(value)}
          />
        </div>
      )}
    </div>
  )
}

function Outcome({ outcome }: { readonly outcome: MatrixChange['before'] }) {
  const { t, lang } = useText()
  if (outcome === null) return <span className="muted">{t('matrix.changes.none-before')}</span>
  const { verdict, amountFen, missing } = outcome
  return (
    <span className="matrix-outcome">
      <VerdictMark kind={verdict} />
      <span>
        {t(`verdict.${verdict}`)}
        {amountFen && amountFen.max !== '0' && ` ${moneyPhrase(amountFen.min, amountFen.max, lang)}`}
        {missing > 0 && ` · ${t('matrix.cell.missing', { count: missing })}`}
      </span>
    </span>
  )
}

function Item({ change }: { readonly change: MatrixChange }) {
  const { t, lang } = useText()
  return (
    <li className="card stack tight">
      <p className="item-row">
        <Link
          to="/companies/$company"
          params={{ company: change.subject.id }}
          search={{ entry: `${change.programme.id}~${change.subject.id}` }}
        >
          {change.subject.name}
        </Link>
        <span className="muted small number">{localTime(change.at, lang)}</span>
      </p>
      <p>
        {change.programme.title}{' '}
        <Link
          to="/programmes/$programme/versions"
          params={{ programme: change.programme.id }}
          className="small"
        >
          {t('versions.title')}
        </Link>
      </p>
      <p className="matrix-became">
        <Outcome outcome={change.before} />
        <span aria-hidden="true">→</span>
        <span className="hidden-visually">{t('matrix.changes.became')}</span>
        <Outcome outcome={change.after} />
      </p>
      <ul className="bullets small" aria-label={t('matrix.changes.reasons')}>
        {change.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </li>
  )
}

/** What came out otherwise, and why. */
export function Changes({ on }: { readonly on: string }) {
  const { t, lang } = useText()
  const search = route.useSearch()
  const { only: _only, ...filters } = filtersOf(search)
  const { since = 'import', programme } = search
  const found = useInfiniteQuery({
    queryKey: ['matrix-changes', lang, filters, since, programme],
    queryFn: ({ pageParam }) =>
      staffApi.matrixChanges({
        ...filters,
        ...(programme === undefined ? {} : { programme: [programme] }),
        since,
        before: pageParam,
        lang,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ more, items }) => (more ? items.at(-1)?.id : undefined),
  })
  const [first] = found.data?.pages ?? []
  return (
    <>
      <Since on={on} />
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {first && (
        <p role="status" className="muted">
          {first.total === 0
            ? t('matrix.changes.none')
            : first.since === null
              ? t('matrix.changes.found', { total: first.total })
              : t('matrix.changes.found.since', {
                  total: first.total,
                  since: localTime(first.since, lang),
                })}
        </p>
      )}
      {first?.total === 0 && <p className="notice">{t('matrix.changes.none.next')}</p>}
      <ul className="stack">
        {found.data?.pages
          .flatMap(({ items }) => items)
          .map((change) => (
            <Item key={change.id} change={change} />
          ))}
      </ul>
      {found.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('matrix.more')}
        </button>
      )}
    </>
  )
}
