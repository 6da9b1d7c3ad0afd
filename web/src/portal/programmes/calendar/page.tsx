import '../../../text/area/library.js'
import '../../../text/area/calendar.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../../text/use-text.js'
import { api } from '../../../ui/api.js'
import { Icon } from '../../../ui/icon.js'
import { todayInChina } from '../../../ui/local-day.js'
import { usePageTitle } from '../../../ui/page-title.js'
import { PartFailure } from '../../../ui/part-failure.js'
import { SearchForm } from '../../../ui/search-form.js'
import { FilterChips, FilterPanel } from '../filters.js'
import type { CalendarSearch, Filters } from '../search-params.js'
import { Agenda } from './agenda.js'
import { byDay } from './by-day.js'
import { lastDay, monthOf, shiftMonth } from './month.js'
import { MonthGrid } from './month-grid.js'
import { SubscribeCard } from './subscribe-card.js'
import { usePageKeys } from './use-page-keys.js'
import '../library.css'
import './calendar.css'

const route = getRouteApi('/programmes/calendar')

function useMonthTitle(): (month: string) => string {
  const { t } = useText()
  return (month) => t('calendar.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
}

interface TurnerProps {
  readonly month: string
  readonly onMonth: (month: string | undefined) => void
}

function MonthTurner({ month, onMonth }: TurnerProps) {
  const { t } = useText()
  const titleOf = useMonthTitle()
  return (
    <div className="month-turner no-print">
      <button type="button" className="button" onClick={() => onMonth(shiftMonth(month, -1))}>
        <span aria-hidden="true">‹</span> {t('calendar.previous')}
      </button>
      <h2 aria-live="polite">{titleOf(month)}</h2>
      <button type="button" className="button" onClick={() => onMonth(shiftMonth(month, 1))}>
        {t('calendar.next')} <span aria-hidden="true">›</span>
      </button>
      {month !== monthOf(todayInChina()) && (
        <button type="button" className="button plain" onClick={() => onMonth(undefined)}>
          {t('calendar.today')}
        </button>
      )}
    </div>
  )
}

function Month({ filters, month, onMonth }: TurnerProps & { readonly filters: Filters }) {
  const { t, lang } = useText()
  const titleOf = useMonthTitle()
  const found = useQuery({
    queryKey: ['calendar', lang, filters, month],
    queryFn: () => api.calendar({ ...filters, from: `${month}-01`, to: lastDay(month) }),
    placeholderData: keepPreviousData,
  })
  const region = usePageKeys((by) => onMonth(shiftMonth(month, by)))
  const events = byDay(found.data?.events ?? [], month)
  return (
    <div className="stack" ref={region}>
      <MonthTurner month={month} onMonth={onMonth} />
      {found.isError && <PartFailure query={found} />}
      {found.data && (
        <>
          <p role="status" className="muted small">
            {found.data.events.length === 0
              ? t('calendar.none')
              : t('calendar.count', { month: titleOf(month), count: found.data.events.length })}
            <span className="keys"> {t('calendar.keys')}</span>
          </p>
          <MonthGrid month={month} title={titleOf(month)} today={found.data.on} events={events} />
          <Agenda today={found.data.on} events={events} />
        </>
      )}
    </div>
  )
}

export function CalendarPage() {
  const { t, lang } = useText()
  const { month: asked, ...filters } = route.useSearch()
  const navigate = route.useNavigate()
  usePageTitle(t('calendar.title'))
  const month = asked ?? monthOf(todayInChina())
  const facets = useQuery({
    queryKey: ['programmes', lang, filters, 'facets'],
    queryFn: () => api.programmes({ ...filters, size: 1, lang }),
    placeholderData: keepPreviousData,
  })
  const onSearch = (change: CalendarSearch) =>
    navigate({ search: { ...filters, month: asked, ...change }, resetScroll: false })
  return (
    <div className="page stack library calendar">
      <Link to="/programmes" search={filters} className="back">
        <Icon name="back" />
        {t('library.title')}
      </Link>
      <h1>{t('calendar.title')}</h1>
      <p className="muted">{t('calendar.lead')}</p>
      <SearchForm
        className="library-search"
        label={t('library.query')}
        query={filters.q ?? ''}
        onSearch={(q) => onSearch({ q: q || undefined })}
      />
      <div className="library-columns">
        <FilterPanel filters={filters} facets={facets.data?.facets} onChange={onSearch} />
        <div className="stack">
          <FilterChips filters={filters} facets={facets.data?.facets} onChange={onSearch} />
          <Month filters={filters} month={month} onMonth={(next) => onSearch({ month: next })} />
          <SubscribeCard filters={filters} />
        </div>
      </div>
    </div>
  )
}
