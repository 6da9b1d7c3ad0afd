import '../../text/area/library.js'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'

interface SearchBoxProps {
  readonly query: string
  readonly onSearch: (query: string) => void
}

export function SearchBox({ query, onSearch }: SearchBoxProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState(query)
  // Going back in the browser changes the address without this field.
  useEffect(() => setTyped(query), [query])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <search className="library-search">
      <form className="field" onSubmit={submit}>
        <label htmlFor={id}>{t('library.query')}</label>
        <span className="input-row">
          <input
            id={id}
            type="search"
            className="input"
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
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
