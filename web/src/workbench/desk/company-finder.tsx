import '../../text/area/companies.js'
import '../../text/area/desk.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { PartFailure } from '../../ui/part-failure.js'

const PAUSE_MS = 150
const SHOWN = 8

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** Finds while one types; the arrow keys go through what was found, Enter takes it. */
export function CompanyFinder({
  label = 'desk.query',
  onChoose,
}: {
  readonly label?: MessageKey
  readonly onChoose: (id: string, name: string) => void
}) {
  const { t } = useText()
  const id = useId()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const settled = useSettled(query)
  const found = useQuery({
    queryKey: ['subjects', settled],
    queryFn: () => api.subjects({ q: settled, audience: 'enterprise' }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  })
  useEffect(() => input.current?.focus(), [])
  const items = settled === '' ? [] : (found.data?.items.slice(0, SHOWN) ?? [])
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const buttons: readonly Element[] = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement)
    const next = event.key === 'ArrowDown' ? buttons[at + 1] : (buttons[at - 1] ?? input.current)
    if (!(next instanceof HTMLElement)) return
    event.preventDefault()
    next.focus()
  }
  const [first] = items
  return (
    <search onKeyDown={move} className="stack tight">
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault()
          if (first && items.length === 1) onChoose(first.id, first.name)
          else list.current?.querySelector('button')?.focus()
        }}
      >
        <label htmlFor={id}>{t(label)}</label>
        <span className="hint" id={`${id}-hint`}>
          {t('desk.query.hint')}
        </span>
        <input
          ref={input}
          id={id}
          type="search"
          className="input"
          value={query}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          onChange={(event) => setQuery(event.target.value)}
        />
      </form>
      {found.isError && <PartFailure query={found} />}
      <p role="status" className="muted small">
        {settled !== '' && found.data && found.data.total === 0 && t('desk.none')}
        {settled !== '' &&
          found.data &&
          found.data.total > 0 &&
          t('companies.found', { total: found.data.total })}
      </p>
      {settled !== '' && found.data?.total === 0 && (
        <p>
          <Link to="/companies/new" className="button">
            <Icon name="plus" />
            {t('desk.new')}
          </Link>
        </p>
      )}
      <ul ref={list} className="items" aria-label={t('desk.results')}>
        {items.map((company) => (
          <li key={company.id}>
            <button
              type="button"
              className="item wide-item"
              onClick={() => onChoose(company.id, company.name)}
            >
              <span className="item-body">
                <span className="item-title">{company.name}</span>
                <span className="item-row muted small">
                  <span>{company.place}</span>
                  <span className="number">{company.creditCode}</span>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </search>
  )
}
