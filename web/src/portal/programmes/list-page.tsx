import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { Pager } from '../../ui/pager.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { AUDIENCES, BENEFITS, Filter, LEVELS, MODES, WINDOWS } from './filters.js'
import { ProgrammeItem } from './programme-item.js'
import './library.css'

const route = getRouteApi('/programmes')

function Search() {
  const { t } = useText()
  const id = useId()
  const filters = route.useSearch()
  const navigate = route.useNavigate()
  const [query, setQuery] = useState(filters.q ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    navigate({ search: { ...filters, q: query.trim() || undefined, page: undefined } })
  }
  return (
    <search>
      <form className="field" onSubmit={submit}>
        <label htmlFor={id}>{t('library.query')}</label>
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

function FilterRow() {
  const { t, lang } = useText()
  const regions = useQuery({ queryKey: ['regions', lang], queryFn: () => api.regions({ lang }) })
  return (
    <fieldset className="filters">
      <legend className="hidden-visually">{t('library.filters')}</legend>
      <Filter
        name="region"
        label="library.region"
        options={(regions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Filter
        name="level"
        label="library.level"
        options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <Filter
        name="mode"
        label="library.mode"
        options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
      <Filter
        name="benefit"
        label="library.benefit"
        options={BENEFITS.map((value) => ({ value, label: t(`benefit.${value}`) }))}
      />
      <Filter
        name="audience"
        label="library.audience"
        options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
      <Filter
        name="window"
        label="library.window"
        options={WINDOWS.map((value) => ({ value, label: t(`library.window.${value}`) }))}
      />
    </fieldset>
  )
}

function Results() {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const filters = route.useSearch()
  const navigate = route.useNavigate()
  const found = useQuery({
    queryKey: ['programmes', lang, filters],
    queryFn: () => api.programmes({ ...filters, lang }),
    placeholderData: keepPreviousData,
  })
  if (found.isError) return <p role="alert">{messageOf(found.error)}</p>
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  const { items, total, pageSize } = found.data
  const page = filters.page ?? 1
  return (
    <>
      <p role="status" className="muted">
        {total === 0 ? t('library.none') : t('library.found', { total })}{' '}
        {Object.values(filters).some((value) => value !== undefined) && (
          <Link to="/programmes" search={{}}>
            {t('library.clear')}
          </Link>
        )}
      </p>
      <ul className="card programmes">
        {items.map((programme) => (
          <ProgrammeItem key={programme.id} programme={programme} />
        ))}
      </ul>
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        onPage={(next) => navigate({ search: { ...filters, page: next } })}
      />
    </>
  )
}

export function ProgrammesPage() {
  const { t } = useText()
  usePageTitle(t('library.title'))
  return (
    <div className="page stack library">
      <h1>{t('library.title')}</h1>
      <p className="muted">{t('library.lead')}</p>
      <Search />
      <FilterRow />
      <Results />
    </div>
  )
}
