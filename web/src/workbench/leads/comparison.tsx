import '../../text/area/leads.js'
import type { LeadComparison, LeadDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useId } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { moneyPhrase } from '../../ui/money.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'

const route = getRouteApi('/workbench/leads/$list')

/** Who came and who went since another list of the same programme, and why. */
export function Comparison({ list }: { readonly list: LeadDetail }) {
  const { t, lang } = useText()
  const id = useId()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const other = search.with ?? list.replaces ?? list.others[0]?.id
  const found = useQuery({
    queryKey: ['lead-comparison', list.id, other, lang],
    queryFn: () => staffApi.compareLeads(list.id, other ?? '', { lang }),
    enabled: other !== undefined,
  })
  if (other === undefined) return <p className="muted">{t('leads.compare.none')}</p>
  return (
    <>
      <span className="field">
        <label htmlFor={id}>{t('leads.compare.with')}</label>
        <select
          id={id}
          className="input"
          value={other}
          onChange={(event) =>
            navigate({ search: { ...search, with: event.target.value }, resetScroll: false })
          }
        >
          {list.others.map(({ id: value, frozenAt, stateText }) => (
            <option key={value} value={value}>
              {localTime(frozenAt, lang)} · {stateText}
            </option>
          ))}
        </select>
      </span>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && (
        <>
          <p role="status">
            {[
              t('leads.came', { count: found.data.came.length }),
              t('leads.went', { count: found.data.went.length }),
              t('leads.changed', { count: found.data.changed.length }),
              t('leads.stayed', { count: found.data.stayed }),
            ].join(' · ')}
          </p>
          {(['came', 'went', 'changed'] as const).map((part) => (
            <Part
              key={part}
              title={t(`leads.${part}`, { count: found.data[part].length })}
              items={found.data[part]}
            />
          ))}
        </>
      )}
    </>
  )
}

function Part({ title, items }: { readonly title: string; readonly items: LeadComparison['came'] }) {
  const { lang } = useText()
  if (items.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      <ul className="items">
        {items.map(({ subject, name, creditCode, before, after, why }) => (
          <li key={subject} className="item">
            <span className="item-body">
              <span className="item-row">
                <span className="item-title">{name}</span>
                <span className="number">
                  {[before, after]
                    .map((amount) => (amount ? moneyPhrase(amount.min, amount.max, lang) : '—'))
                    .join(' → ')}
                </span>
              </span>
              <span className="muted small">{creditCode}</span>
              <ul className="plain leads-reasons">
                {why.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
