import '../../text/area/search.js'
import type { Found, FoundItem, SearchQuery } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useId } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { saveFile } from '../../ui/save-file.js'
import { SearchForm } from '../../ui/search-form.js'
import { SavedSearches } from './saved-searches.js'
import type { FindSearch } from './search-params.js'

const route = getRouteApi('/search')

/** The address holds what the reader chose; the server says what it does not know. */
function asQuery({ q, kind, place }: FindSearch): Omit<SearchQuery, 'page'> {
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(place ? { place } : {}),
  }
}

function Item({ item }: { readonly item: FoundItem }) {
  const { t } = useText()
  const body = (
    <>
      <span className="item-body">
        <span className="item-title">{item.name}</span>
        <span className="item-row muted small">
          <span>{item.place}</span>
          <span className="number">{item.code}</span>
        </span>
      </span>
      <span className="tag">{item.kindName}</span>
      {item.sample && <span className="tag">{t('common.sample')}</span>}
    </>
  )
  if (!item.hasPackage)
    return (
      <Link to="/resources/$resource" params={{ resource: item.id }} className="item">
        {body}
      </Link>
    )
  return (
    <Link to="/companies/$company" params={{ company: item.id }} className="item">
      {body}
    </Link>
  )
}

interface ChooseProps {
  readonly label: string
  readonly all: string
  readonly options: Found['kinds']
  readonly value: string | undefined
  readonly onChoose: (value: string | undefined) => void
}

function Choose({ label, all, options, value, onChoose }: ChooseProps) {
  const { t } = useText()
  const id = useId()
  const there = value === undefined || options.some((option) => option.id === value)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value || undefined)}
      >
        <option value="">{all}</option>
        {!there && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {t('search.option', { name: option.name, count: option.count })}
          </option>
        ))}
      </select>
    </div>
  )
}

function Export({ query }: { readonly query: Omit<SearchQuery, 'page'> }) {
  const { t, lang } = useText()
  const save = async (form: 'xlsx' | 'csv') =>
    saveFile(await api.searchFile(form, { ...query, lang }), `${t('search.file')}.${form}`)
  return (
    <p className="actions">
      {(['xlsx', 'csv'] as const).map((form) => (
        <button key={form} type="button" className="button" onClick={() => void save(form)}>
          <Icon name="download" />
          {t(`search.${form}`)}
        </button>
      ))}
    </p>
  )
}

export function SearchPage() {
  const { t, lang } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  usePageTitle(t('search.title'))
  const query = asQuery(search)
  const found = useQuery({
    queryKey: ['search', lang, search],
    queryFn: () => api.search({ ...query, page: search.page, lang }),
    placeholderData: keepPreviousData,
  })
  const change = useCallback(
    (next: Partial<FindSearch>) =>
      navigate({
        search: (before) => ({ ...before, page: undefined, ...next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const onSearch = useCallback((q: string) => void change({ q: q || undefined }), [change])
  const { kinds = [], places = [] } = found.data ?? {}
  return (
    <div className="page stack plain">
      <h1>{t('search.title')}</h1>
      <SearchForm
        asTyped
        label={t('search.query')}
        hint={t('search.hint')}
        query={search.q ?? ''}
        onSearch={onSearch}
      />
      <div className="search-filters">
        <Choose
          label={t('search.kinds')}
          all={t('search.all-kinds')}
          options={kinds}
          value={search.kind}
          onChoose={(kind) => void change({ kind })}
        />
        <Choose
          label={t('search.places')}
          all={t('search.all-places')}
          options={places}
          value={search.place}
          onChoose={(place) => void change({ place })}
        />
      </div>
      <SavedSearches
        query={query}
        onChoose={(saved) => void change({ q: undefined, kind: undefined, place: undefined, ...saved })}
      />
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && (
        <Results found={found.data} page={search.page ?? 1} onPage={(page) => void change({ page })} />
      )}
      {found.data && found.data.total > 0 && <Export query={query} />}
    </div>
  )
}

interface ResultsProps {
  readonly found: Found
  readonly page: number
  readonly onPage: (page: number) => void
}

function Results({ found: { items, total, more, pageSize }, page, onPage }: ResultsProps) {
  const { t } = useText()
  return (
    <>
      <p role="status" className="muted">
        {total === 0 ? t('search.none') : t(more ? 'search.found.more' : 'search.found', { total })}
      </p>
      <ul className="results">
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={Math.min(50, Math.ceil(total / pageSize))} onPage={onPage} />
    </>
  )
}
