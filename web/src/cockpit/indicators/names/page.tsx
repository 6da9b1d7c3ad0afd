import '../../../text/area/indicators.js'
import '../../../text/area/reports.js'
import type { NamedIndicators } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../../text/use-text.js'
import { Icon } from '../../../ui/icon.js'
import { PartFailure } from '../../../ui/part-failure.js'
import { SearchForm } from '../../../ui/search-form.js'
import { staffApi } from '../../../ui/staff-api.js'
import { BureauOnly } from '../../bureau-only.js'
import '../indicators.css'
import { ChangeDialog, type NamingChange } from './change-dialog.js'
import { History } from './history.js'
import { IndicatorNames } from './indicator-names.js'

const route = getRouteApi('/cockpit/indicators/names')
const SHOWN = 40

/** What words of reports mean: seen, corrected, and gone back on. */
export function IndicatorNamesPage() {
  return (
    <BureauOnly title="naming.title">
      <Page />
    </BureauOnly>
  )
}

function Page() {
  const { t } = useText()
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [change, setChange] = useState<NamingChange | null>(null)
  const found = useQuery({ queryKey: ['indicator-names'], queryFn: () => staffApi.indicatorNames() })
  return (
    <div className="page stack cockpit indicators">
      <Link to="/cockpit/indicators" className="back">
        <Icon name="back" />
        {t('indicators.title')}
      </Link>
      <h1>{t('naming.title')}</h1>
      <p className="muted">{t('naming.lead')}</p>
      <SearchForm
        label={t('naming.find')}
        query={q}
        onSearch={(next) => navigate({ search: { q: next || undefined }, replace: true })}
        asTyped
      />
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && <List indicators={found.data.indicators} q={q} onChange={setChange} />}
      <History />
      {change && found.data && (
        <ChangeDialog
          change={change}
          known={found.data.indicators.map(({ indicator }) => indicator)}
          onClose={() => setChange(null)}
        />
      )}
    </div>
  )
}

interface ListProps {
  readonly indicators: NamedIndicators['indicators']
  readonly q: string
  readonly onChange: (change: NamingChange) => void
}

function List({ indicators, q, onChange }: ListProps) {
  const { t } = useText()
  const rows = indicators.filter(
    ({ indicator, subjects }) => indicator.includes(q) || subjects.some(({ subject }) => subject.includes(q)),
  )
  if (rows.length === 0) return <p className="card">{t('naming.none', { q })}</p>
  return (
    <>
      <ul className="stack">
        {rows.slice(0, SHOWN).map((one) => (
          <li key={one.indicator} className="card stack">
            <IndicatorNames named={one} onChange={onChange} />
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <p className="muted">{t('compare.shown', { shown: SHOWN, total: rows.length })}</p>
      )}
    </>
  )
}
