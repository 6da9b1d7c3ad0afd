import '../../text/area/leads.js'
import type { LeadDetail, LeadEntry } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { moneyPhrase } from '../../ui/money.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'

const route = getRouteApi('/workbench/leads/$list')

interface EntriesProps {
  readonly list: LeadDetail
  readonly outcome: 'lead' | 'excluded'
}

export function Entries({ list, outcome }: EntriesProps) {
  const { t, lang } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { q, place, reason, page = 1 } = search
  const filters = { outcome, q, place, reason: outcome === 'excluded' ? reason : undefined, page, lang }
  const found = useQuery({
    queryKey: ['lead-entries', list.id, filters],
    queryFn: () => staffApi.leadEntries(list.id, filters),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Filters list={list} outcome={outcome} />
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && (
        <>
          <p role="status" className="muted">
            {found.data.total === 0 ? t('leads.empty') : t('leads.found', { total: found.data.total })}
          </p>
          <ul className="items">
            {found.data.items.map((entry) => (
              <li key={entry.position} className="item">
                <Entry entry={entry} />
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

function Filters({ list, outcome }: EntriesProps) {
  const { t } = useText()
  const id = useId()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [query, setQuery] = useState(search.q ?? '')
  const narrow = (more: Partial<typeof search>) =>
    navigate({ search: { ...search, ...more, page: undefined }, resetScroll: false })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    narrow({ q: query.trim() || undefined })
  }
  return (
    <search>
      <form className="leads-filters" onSubmit={submit} aria-label={t('leads.filter')}>
        <span className="field">
          <label htmlFor={`${id}-q`}>{t('leads.query')}</label>
          <span className="input-row">
            <input
              id={`${id}-q`}
              type="search"
              className="input"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <button type="submit" className="button">
              <Icon name="search" />
              {t('common.search')}
            </button>
          </span>
        </span>
        {list.places.length > 1 && (
          <span className="field">
            <label htmlFor={`${id}-place`}>{t('leads.place')}</label>
            <select
              id={`${id}-place`}
              className="input"
              value={search.place ?? ''}
              onChange={(event) => narrow({ place: event.target.value || undefined })}
            >
              <option value="">{t('leads.place.all')}</option>
              {list.places.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </span>
        )}
        {outcome === 'excluded' && list.reasons.length > 0 && (
          <span className="field">
            <label htmlFor={`${id}-reason`}>{t('leads.reason')}</label>
            <select
              id={`${id}-reason`}
              className="input"
              value={search.reason ?? ''}
              onChange={(event) => narrow({ reason: event.target.value || undefined })}
            >
              <option value="">{t('leads.reason.all')}</option>
              {list.reasons.map(({ kind, label, count }) => (
                <option key={kind} value={kind}>
                  {label} ({count})
                </option>
              ))}
            </select>
          </span>
        )}
      </form>
    </search>
  )
}

function Entry({ entry }: { readonly entry: LeadEntry }) {
  const { t, lang } = useText()
  const { subject, name, creditCode, place, owner, amountFen, reasons, facts, inputHash } = entry
  return (
    <span className="item-body">
      <span className="item-row">
        <Link to="/companies/$company" params={{ company: subject }} className="item-title">
          {name}
        </Link>
        {amountFen && <strong className="number">{moneyPhrase(amountFen.min, amountFen.max, lang)}</strong>}
      </span>
      <span className="muted small">{[creditCode, place, owner].filter(Boolean).join(' · ')}</span>
      {reasons.length > 0 && (
        <ul className="plain leads-reasons">
          {reasons.map(({ kind, text }) => (
            <li key={`${kind} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('leads.basis', { count: facts.length })}</summary>
        <dl className="leads-facts">
          {facts.map(({ key, label, value, source, observedAt }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                {value}{' '}
                <span className="muted small">{[source, observedAt].filter(Boolean).join(' · ')}</span>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('leads.hash')}</dt>
            <dd>
              <code>{inputHash}</code>
            </dd>
          </div>
        </dl>
      </details>
    </span>
  )
}
