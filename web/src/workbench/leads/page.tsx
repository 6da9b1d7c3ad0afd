import '../../text/area/leads.js'
import type { LeadList, LeadProgramme } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { moneyPhrase } from '../../ui/money.js'
import { PartFailure } from '../../ui/part-failure.js'
import { usePreferences } from '../../ui/preferences.js'
import { staffApi } from '../../ui/staff-api.js'
import { StaffOnly } from '../staff-only.js'
import { FreezeDialog } from './freeze-dialog.js'
import { ListState } from './list-state.js'
import '../workbench.css'
import './leads.css'

export function LeadsPage() {
  return (
    <StaffOnly title="leads.title">
      <Leads />
    </StaffOnly>
  )
}

/** All frozen lists, and the way to a new one. */
function Leads() {
  const { t, lang } = useText()
  const { role } = usePreferences()
  const found = useQuery({ queryKey: ['lead-lists', lang], queryFn: () => staffApi.leadLists({ lang }) })
  return (
    <div className="page stack workbench">
      <h1>{t('leads.title')}</h1>
      <p className="muted leads-lead">{t('leads.lead')}</p>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && (
        <>
          {role === 'clerk' ? (
            <NewList programmes={found.data.programmes} />
          ) : (
            <p className="notice">{t('leads.clerks')}</p>
          )}
          <Lists items={found.data.items} />
        </>
      )}
    </div>
  )
}

function NewList({ programmes }: { readonly programmes: readonly LeadProgramme[] }) {
  const { t } = useText()
  const id = useId()
  const [chosen, setChosen] = useState(programmes[0]?.id ?? '')
  const [isOpen, setOpen] = useState(false)
  const options = (kind: LeadProgramme['kind']) =>
    programmes
      .filter((one) => one.kind === kind)
      .map(({ id: value, title, packTitle }) => (
        <option key={value} value={value}>
          {title} · {packTitle}
        </option>
      ))
  return (
    <section className="card stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('leads.new')}</h2>
      <div className="field">
        <label htmlFor={id}>{t('leads.programme')}</label>
        <span className="input-row">
          <select
            id={id}
            className="input"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <optgroup label={t('leads.group.lead')}>{options('lead')}</optgroup>
            <optgroup label={t('leads.group.cultivation')}>{options('cultivation')}</optgroup>
          </select>
          <button type="button" className="button primary" onClick={() => setOpen(true)}>
            {t('leads.preview')}
          </button>
        </span>
      </div>
      {isOpen && <FreezeDialog programme={chosen} onClose={() => setOpen(false)} />}
    </section>
  )
}

function Lists({ items }: { readonly items: readonly LeadList[] }) {
  const { t, lang } = useText()
  if (items.length === 0) return <p className="muted">{t('leads.none')}</p>
  return (
    <ul className="items">
      {items.map((list) => (
        <li key={list.id}>
          <Link to="/workbench/leads/$list" params={{ list: list.id }} className="item">
            <span className="item-body">
              <span className="item-row">
                <span className="item-title">{list.title}</span>
                <ListState list={list} />
              </span>
              <span>
                <strong>{list.kindText}</strong> ·{' '}
                <span className="number">
                  {t('leads.count', { leads: list.leads, excluded: list.excluded })} ·{' '}
                  {moneyPhrase(list.amountFen.min, list.amountFen.max, lang)}
                </span>
              </span>
              <span className="muted small">
                {t('leads.frozen-by', { name: list.frozenBy, at: localTime(list.frozenAt, lang) })}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
