import '../../text/area/library.js'
import { useId } from 'react'
import { useText } from '../../text/use-text.js'
import { type LibrarySearch, SORTS } from './search-params.js'

interface SortFieldProps {
  readonly search: LibrarySearch
  readonly onSearch: (change: LibrarySearch) => void
}

/** What a search finds is ranked; there is no rank without one. */
export function SortField({ search, onSearch }: SortFieldProps) {
  const { t } = useText()
  const id = useId()
  const first = search.q === undefined ? 'use' : 'relevance'
  const offered = SORTS.filter((sort) => sort !== 'relevance' || search.q !== undefined)
  return (
    <span className="sort-field">
      <label htmlFor={id}>{t('library.sort')}</label>
      <select
        id={id}
        className="input"
        value={search.sort ?? first}
        onChange={(event) => {
          const sort = SORTS.find((one) => one === event.target.value)
          onSearch({ sort: sort === first ? undefined : sort })
        }}
      >
        {offered.map((sort) => (
          <option key={sort} value={sort}>
            {t(`library.sort.${sort}`)}
          </option>
        ))}
      </select>
    </span>
  )
}
