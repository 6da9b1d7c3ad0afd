import '../../text/area/demands.js'
import type { DemandItem } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import type { DemandSearch, DemandState } from './search.js'
import { DemandTag } from './state-tag.js'
import { useSide } from './use-side.js'

const route = getRouteApi('/demands')

interface Filter {
  readonly label: MessageKey
  readonly search: Pick<DemandSearch, 'state' | 'mine'>
}

const OWN: readonly Filter[] = [
  { label: 'demand.state.published', search: { state: 'published' } },
  { label: 'demands.mine', search: { mine: true } },
]
const STAFF_STATES: readonly DemandState[] = ['published', 'draft', 'paused', 'solved']
const STAFF: readonly Filter[] = [
  { label: 'demands.all', search: {} },
  ...STAFF_STATES.map((state): Filter => ({ label: `demand.state.${state}`, search: { state } })),
]

function Search() {
  const { t } = useText()
  const id = useId()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [query, setQuery] = useState(search.q ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    navigate({ search: { ...search, q: query.trim() || undefined, page: undefined } })
  }
  return (
    <search>
      <form className="field" onSubmit={submit}>
        <label htmlFor={id}>{t('demands.query')}</label>
        <span className="input-row">
          <input
            id={id}
            type="search"
            className="input"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <button type="submit" className="button primary">
            <Icon name="search" />
            {t('common.search')}
          </button>
        </span>
      </form>
    </search>
  )
}

function Item({ item }: { readonly item: DemandItem }) {
  const { t } = useText()
  const facts = [
    item.subject === null ? t('demand.hidden') : item.subject.name,
    item.field,
    t('demand.clarity', { points: item.clarity }),
    item.neededBy && t('demand.needed', { date: item.neededBy }),
    item.introductions > 0 && t('demand.introductions', { count: item.introductions }),
  ].filter(Boolean)
  return (
    <Link to="/demands/$demand" params={{ demand: item.id }} className="item">
      <span className="item-body">
        <span className="item-row">
          <span className="item-title">{item.title || t('demand.untitled')}</span>
          <DemandTag state={item.state} />
        </span>
        <span className="muted small">{facts.join(' · ')}</span>
      </span>
    </Link>
  )
}

function Results() {
  const { t } = useText()
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const { as, staff } = useSide()
  const { mine = false, q, page = 1 } = search
  // Of others only what is published is there to be seen.
  const state = search.state ?? (staff || mine ? undefined : 'published')
  const found = useQuery({
    queryKey: ['demands', as, staff, mine, state, q, page],
    queryFn: () => api.demands({ as, state, q, page, ...(mine && as !== undefined ? { subject: as } : {}) }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <nav className="segments" aria-label={t('demands.filter')}>
        {(staff ? STAFF : OWN).map((filter) => (
          <Link
            key={filter.label}
            from="/demands"
            to="."
            search={{ q: search.q, ...filter.search }}
            aria-current={
              filter.search.mine === (mine || undefined) &&
              filter.search.state === (mine || staff ? search.state : state)
                ? 'true'
                : undefined
            }
            resetScroll={false}
          >
            {t(filter.label)}
          </Link>
        ))}
      </nav>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && (
        <>
          <p role="status" className="muted">
            {found.data.total > 0
              ? t('demands.found', { total: found.data.total })
              : t(mine && !q ? 'demands.none.mine' : 'demands.none')}
          </p>
          <ul className="items">
            {found.data.items.map((item) => (
              <li key={item.id}>
                <Item item={item} />
              </li>
            ))}
          </ul>
          <Pager
            page={page}
            pages={Math.ceil(found.data.total / found.data.pageSize)}
            onPage={(next) => navigate({ search: { ...search, page: next } })}
          />
        </>
      )}
    </>
  )
}

/** Needs that the reader may see, and the way to state one. */
export function DemandsPage() {
  const { t } = useText()
  const { as, staff } = useSide()
  usePageTitle(t('demands.title'))
  return (
    <div className="page stack plain">
      <h1>{t('demands.title')}</h1>
      <p className="muted">{t('demands.lead')}</p>
      <p className="actions">
        {as !== undefined && (
          <Link to="/demands/new" className="button primary">
            <Icon name="plus" />
            {t('demands.new')}
          </Link>
        )}
        {as === undefined && !staff && (
          <Link to="/companies" className="button">
            {t('demands.no-company')}
          </Link>
        )}
        {staff && (
          <>
            <Link to="/workbench/visit-need" className="button primary">
              <Icon name="plus" />
              {t('demands.visit')}
            </Link>
            <Link to="/workbench/need-table" className="button">
              <Icon name="upload" />
              {t('demands.table')}
            </Link>
          </>
        )}
        <Link to="/introductions" className="button">
          {t('introductions.title')}
        </Link>
      </p>
      <Search />
      <Results />
    </div>
  )
}
