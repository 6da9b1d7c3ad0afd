import '../../text/area/assignment.js'
import '../../text/area/workbench.js'
import type { RoundItem } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { StaffOnly } from '../staff-only.js'
import { NewRound } from './new-round.js'
import { StateTag } from './state-tag.js'
import '../workbench.css'
import './assignment.css'

const route = getRouteApi('/workbench/assignment')

/** Rounds of assignment, and a new one. */
export function AssignmentPage() {
  const { t } = useText()
  return (
    <StaffOnly title="assignment.title">
      <div className="page stack workbench">
        <h1>{t('assignment.title')}</h1>
        <p className="muted assignment-lead">{t('assignment.lead')}</p>
        <Rounds />
      </div>
    </StaffOnly>
  )
}

function Rounds() {
  const { t, lang } = useText()
  const { replaces } = route.useSearch()
  const [isOpen, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['assignment-rounds', lang],
    queryFn: () => staffApi.assignmentRounds(),
  })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  const { items } = found.data
  const replaced = items.find(({ id }) => id === replaces)
  const shown = items.filter(({ state }) => state !== 'discarded')
  const away = items.filter(({ state }) => state === 'discarded')
  const isNew = isOpen || replaced !== undefined
  return (
    <>
      {isNew ? (
        <NewRound key={replaced?.id ?? ''} replaced={replaced} onClose={() => setOpen(false)} />
      ) : (
        <div className="actions">
          <button type="button" className="button primary" onClick={() => setOpen(true)}>
            {t('assignment.new')}
          </button>
        </div>
      )}
      <section className="stack">
        <h2>{t('assignment.rounds')}</h2>
        {shown.length === 0 ? <p className="muted">{t('assignment.none')}</p> : <List items={shown} />}
        {away.length > 0 && (
          <details className="stack">
            <summary className="assignment-away">{t('assignment.put-away', { count: away.length })}</summary>
            <List items={away} />
          </details>
        )}
      </section>
    </>
  )
}

function List({ items }: { readonly items: readonly RoundItem[] }) {
  return (
    <ul className="items">
      {items.map((round) => (
        <li key={round.id}>
          <Item round={round} />
        </li>
      ))}
    </ul>
  )
}

function Item({ round }: { readonly round: RoundItem }) {
  const { t, lang } = useText()
  const { id, title, kind, way, state, sample, figures, by, at } = round
  return (
    <Link to="/workbench/assignment/$round" params={{ round: id }} className="item">
      <span className="item-body">
        <span className="item-row">
          <span className="item-title">{title}</span>
          <span className="tags">
            <StateTag state={state} />
            {sample && <span className="tag moot">{t('assignment.sample')}</span>}
          </span>
        </span>
        <span>{figures ? t('assignment.item.figures', figures) : t('assignment.item.draft')}</span>
        <span className="item-row muted small">
          <span>
            {t(`assignment.kind.${kind}`)} · {t(`assignment.way.${way}`)}
          </span>
          <span>{t('assignment.made', { name: by, at: localTime(at, lang) })}</span>
        </span>
      </span>
    </Link>
  )
}
