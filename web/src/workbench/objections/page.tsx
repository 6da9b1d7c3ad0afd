import '../../text/area/objection-case.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { StateTag } from '../../portal/objections/state-tag.js'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { SearchForm } from '../../ui/search-form.js'
import { StaffOnly } from '../staff-only.js'
import type { ObjectionState } from './search.js'
import '../workbench.css'

const route = getRouteApi('/workbench/objections')

const FILTERS: readonly { readonly state: ObjectionState | undefined; readonly label: MessageKey }[] = [
  { state: undefined, label: 'objections.pending' },
  { state: 'awaiting-rule', label: 'objection.state.awaiting-rule' },
  { state: 'answered', label: 'objection.state.answered' },
  { state: 'withdrawn', label: 'objection.state.withdrawn' },
]
const PENDING: readonly ObjectionState[] = ['open', 'taken', 'awaiting-rule']

function Search() {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <SearchForm
      label={t('objections.query')}
      query={search.q ?? ''}
      onSearch={(query) => navigate({ search: { ...search, q: query || undefined, page: undefined } })}
    />
  )
}

function Results() {
  const { t, lang } = useText()
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const { state = 'pending', q, page = 1 } = search
  const found = useQuery({
    queryKey: ['objection-list', lang, state, q, page],
    queryFn: () => api.objections({ state, q, page, lang }),
    placeholderData: keepPreviousData,
  })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  const { items, total, pageSize, counts } = found.data
  const countOf = (filter: ObjectionState | undefined) =>
    filter === undefined ? PENDING.reduce((sum, one) => sum + (counts[one] ?? 0), 0) : (counts[filter] ?? 0)
  return (
    <>
      <nav className="segments" aria-label={t('objections.filter')}>
        {FILTERS.map((filter) => (
          <Link
            key={filter.label}
            from="/workbench/objections"
            to="."
            search={{ ...search, state: filter.state, page: undefined }}
            activeOptions={{ exact: true }}
            aria-current={filter.state === search.state ? 'true' : undefined}
            resetScroll={false}
          >
            {t(filter.label)} <small className="number">{countOf(filter.state)}</small>
          </Link>
        ))}
      </nav>
      <p role="status" className="muted">
        {total === 0
          ? t(state === 'pending' && !q ? 'objections.none.pending' : 'objections.none')
          : t('objections.found', { total })}
      </p>
      <ul className="items">
        {items.map((item) => (
          <li key={item.id}>
            <Link to="/objections/$objection" params={{ objection: item.id }} className="item">
              <span className="item-body">
                <span className="item-row">
                  <span className="item-title">{item.subject.name}</span>
                  <span>
                    <StateTag item={item} />
                  </span>
                </span>
                <span className="muted small">
                  {item.programme.title}
                  {item.condition && ` · ${item.condition.label ?? item.condition.text}`}
                </span>
                <span className="clamped">{item.reason}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        onPage={(next) => navigate({ search: { ...search, page: next } })}
      />
    </>
  )
}

function Objections() {
  const { t } = useText()
  return (
    <div className="page stack workbench">
      <h1>{t('objections.title')}</h1>
      <p className="muted">{t('objections.lead')}</p>
      <Search />
      <Results />
    </div>
  )
}

export function ObjectionsPage() {
  return (
    <StaffOnly title="objections.title">
      <Objections />
    </StaffOnly>
  )
}
