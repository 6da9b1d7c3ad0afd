import '../../text/area/matrix.js'
import type { MatrixColumn } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { SearchForm } from '../../ui/search-form.js'
import { staffApi } from '../../ui/staff-api.js'
import { isFiltered } from './asked-for.js'
import type { MatrixSearch } from './search-params.js'

const route = getRouteApi('/workbench/matrix')

interface Option {
  readonly value: string
  readonly label: string
}

type Name = 'place' | 'park' | 'title' | 'industry' | 'pack' | 'programme' | 'verdict' | 'sort'

interface SelectProps {
  readonly name: Name
  readonly label: string
  readonly options: readonly Option[]
  readonly all?: string
}

function Select({ name, label, options, all }: SelectProps) {
  const { t } = useText()
  const id = useId()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (value: string) => {
    const next: MatrixSearch = { ...search, [name]: value || undefined }
    if (name === 'programme') delete next.verdict
    navigate({ search: next, resetScroll: false })
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={search[name] ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{all ?? t('common.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Query() {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <SearchForm
      narrow
      label={t('matrix.query')}
      query={search.q ?? ''}
      onSearch={(query) => navigate({ search: { ...search, q: query || undefined }, resetScroll: false })}
    />
  )
}

/** Filters live in the address; on a phone they open at a press. */
export function Filters({ columns }: { readonly columns: readonly MatrixColumn[] }) {
  const { t, lang } = useText()
  const search = route.useSearch()
  const options = useQuery({
    queryKey: ['matrix-options', lang],
    queryFn: () => staffApi.matrixOptions({ lang }),
    staleTime: 300_000,
  })
  const regions = useQuery({ queryKey: ['regions', lang], queryFn: () => api.regions({ lang }) })
  const { places = [], parks = [], titles = [], industries = [] } = options.data ?? {}
  const chosen = columns.find(({ programme }) => programme === search.programme)
  const near = chosen ? t('matrix.sort.programme', { title: chosen.title }) : t('matrix.sort.near')
  return (
    <>
      <fieldset className="matrix-filters">
        <legend className="hidden-visually">{t('matrix.filters')}</legend>
        <Select name="place" label={t('matrix.place')} options={places} />
        <Select name="park" label={t('matrix.park')} options={parks} />
        <Select name="title" label={t('matrix.step')} options={titles} />
        <Select name="industry" label={t('matrix.industry')} options={industries} />
        <Query />
        <Select
          name="pack"
          label={t('matrix.pack')}
          options={(regions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Select
          name="programme"
          label={t('matrix.programme')}
          options={columns.map(({ programme, title }) => ({ value: programme, label: title }))}
        />
        {search.programme !== undefined && (
          <Select
            name="verdict"
            label={t('matrix.verdict')}
            options={(['unknown', 'no', 'yes'] as const).map((value) => ({
              value,
              label: t(`verdict.${value}`),
            }))}
          />
        )}
        <Select
          name="sort"
          label={t('matrix.sort')}
          all={near}
          options={(['certain', 'possible', 'name'] as const).map((value) => ({
            value,
            label: t(`matrix.sort.${value}`),
          }))}
        />
      </fieldset>
      {isFiltered(search) && (
        <p>
          <Link
            from="/workbench/matrix"
            to="."
            search={{ list: search.list, tab: search.tab, since: search.since }}
            resetScroll={false}
          >
            {t('matrix.clear')}
          </Link>
        </p>
      )}
    </>
  )
}
