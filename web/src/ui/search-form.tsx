import { type FormEvent, useEffect, useId, useState } from 'react'
import { useText } from '../text/use-text.js'
import { Icon } from './icon.js'

interface SearchFormProps {
  readonly label: string
  readonly query: string
  /** What was asked for, without blanks around it. */
  readonly onSearch: (query: string) => void
  /** Also while it is typed, once the keys rest. */
  readonly asTyped?: boolean
  readonly hint?: string
  /** The button shows its picture alone. */
  readonly narrow?: boolean
  readonly className?: string
}

/** Long enough that a word is not looked for letter by letter, short enough to feel at once. */
const REST_MS = 200
const LONGEST = 100

/** One box and one button: the search form of every list. */
export function SearchForm({ label, query, onSearch, asTyped, hint, narrow, className }: SearchFormProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState(query)
  // Going back in the browser changes the address without this field; what is being typed keeps its blanks.
  useEffect(() => setTyped((now) => (now.trim() === query ? now : query)), [query])
  useEffect(() => {
    if (!asTyped || typed.trim() === query) return
    const timer = setTimeout(() => onSearch(typed.trim()), REST_MS)
    return () => clearTimeout(timer)
  }, [asTyped, typed, query, onSearch])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <search className={className}>
      <form className="field" onSubmit={submit}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <span className="input-row">
          <input
            id={id}
            type="search"
            className="input"
            maxLength={LONGEST}
            autoComplete="off"
            aria-describedby={hint ? `${id}-hint` : undefined}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button
            type="submit"
            className={narrow ? 'button' : 'button primary'}
            aria-label={narrow ? t('common.search') : undefined}
          >
            <Icon name="search" />
            {!narrow && t('common.search')}
          </button>
        </span>
      </form>
    </search>
  )
}
