import '../../text/area/library.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { notify } from '../../ui/notify.js'
import { usePageTitle } from '../../ui/page-title.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { SearchForm } from '../../ui/search-form.js'
import { FilterChips, FilterPanel } from './filters.js'
import { ProgrammeItem } from './programme-item.js'
import { filtersOf, type LibrarySearch } from './search-params.js'
import { SortField } from './sort-field.js'
import { type LibraryNews, useNews } from './use-news.js'
import './library.css'

const route = getRouteApi('/programmes')
/** Programmes that are no more: nothing is listed where only what is new is wanted and nothing is. */
const NONE = '-'

function useProgrammes(search: LibrarySearch, { news }: LibraryNews) {
  const { lang } = useText()
  const { news: onlyNews, ...rest } = search
  const only = onlyNews ? [...news.keys()].join(',') || NONE : undefined
  return useQuery({
    queryKey: ['programmes', lang, rest, only],
    queryFn: () => api.programmes({ ...rest, only, lang }),
    placeholderData: keepPreviousData,
  })
}

function NewsBar({ library, search, onSearch }: BarProps) {
  const { t } = useText()
  const { news, since, markAllSeen } = library
  if (since === null || (news.size === 0 && !search.news)) return null
  const seen = () => {
    markAllSeen()
    onSearch({ news: undefined })
    notify({ text: t('news.done'), tone: 'good' })
  }
  return (
    <div className="notice news-bar">
      <p>{t(news.size === 0 ? 'news.none' : 'news.since', { date: since, count: news.size })}</p>
      <div className="actions">
        <label className={`choice${search.news ? ' chosen' : ''}`}>
          <input
            type="checkbox"
            checked={search.news === true}
            onChange={(event) => onSearch({ news: event.target.checked || undefined })}
          />
          {t('news.only', { count: news.size })}
        </label>
        <button type="button" className="button plain" onClick={seen}>
          {t('news.seen')}
        </button>
      </div>
    </div>
  )
}

interface BarProps {
  readonly library: LibraryNews
  readonly search: LibrarySearch
  readonly onSearch: (change: LibrarySearch) => void
}

function Results({
  library,
  search,
  onSearch,
  found,
}: BarProps & { found: ReturnType<typeof useProgrammes> }) {
  const { t } = useText()
  const navigate = route.useNavigate()
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  const { items, total, pageSize, near, on, facets } = found.data
  return (
    <>
      <div className="row results-head">
        <p role="status" className="muted">
          {total === 0 ? t('library.none') : t('library.found', { total })}
          {near && total > 0 && <b> {t('library.near')}</b>}
        </p>
        <SortField search={search} onSearch={onSearch} />
      </div>
      <FilterChips filters={filtersOf(search)} facets={facets} onChange={onSearch} />
      {items.length > 0 && (
        <ul className="card programmes">
          {items.map((programme) => (
            <ProgrammeItem
              key={programme.id}
              programme={programme}
              on={on}
              news={library.news.get(programme.id)}
            />
          ))}
        </ul>
      )}
      <Pager
        page={search.page ?? 1}
        pages={Math.ceil(total / pageSize)}
        onPage={(page) => navigate({ search: { ...search, page } })}
      />
    </>
  )
}

export function ProgrammesPage() {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const library = useNews()
  const found = useProgrammes(search, library)
  usePageTitle(t('library.title'))
  const onSearch = (change: LibrarySearch) =>
    navigate({ search: { ...search, page: undefined, ...change }, resetScroll: false })
  return (
    <div className="page stack library">
      <div className="row library-head">
        <h1>{t('library.title')}</h1>
        <Link to="/programmes/calendar" search={filtersOf(search)} className="button">
          <Icon name="calendar" />
          {t('library.calendar')}
        </Link>
      </div>
      <SearchForm
        className="library-search"
        label={t('library.query')}
        query={search.q ?? ''}
        onSearch={(q) => onSearch({ q: q || undefined, sort: undefined })}
      />
      <NewsBar library={library} search={search} onSearch={onSearch} />
      <div className="library-columns">
        <FilterPanel filters={filtersOf(search)} facets={found.data?.facets} onChange={onSearch} />
        <div className="stack">
          <Results library={library} search={search} onSearch={onSearch} found={found} />
        </div>
      </div>
    </div>
  )
}
