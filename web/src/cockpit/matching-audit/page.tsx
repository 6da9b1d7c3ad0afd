import '../../text/area/matching-audit.js'
import type { MatchingAudit } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useId } from 'react'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { BureauOnly } from '../bureau-only.js'
import { Figures } from './figures.js'
import { Groups } from './groups.js'
import { Outcomes } from './outcomes.js'
import { TestSets } from './test-sets.js'
import { Weights } from './weights.js'
import './audit.css'

const route = getRouteApi('/cockpit/matching')

export function MatchingAuditPage() {
  return (
    <BureauOnly title="audit.title">
      <Page />
    </BureauOnly>
  )
}

function Page() {
  const { t, lang } = useText()
  const days = route.useSearch()
  const found = useQuery({
    queryKey: ['matching-audit', days, lang],
    queryFn: () => staffApi.matchingAudit(days),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page stack cockpit audit">
      <h1>{t('audit.title')}</h1>
      <p className="muted">{t('audit.lead')}</p>
      <Days />
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && <Found audit={found.data} />}
      <Weights />
      <TestSets />
    </div>
  )
}

/** Which days are counted, and the way to take the figures along. */
function Days() {
  const { t } = useText()
  const days = route.useSearch()
  const navigate = route.useNavigate()
  const messageOf = useMessageOf()
  const [from, to] = [useId(), useId()]
  const set = (more: { from?: string; to?: string }) => {
    const next = Object.entries({ ...days, ...more }).filter(([, day]) => day !== '')
    navigate({ search: Object.fromEntries(next), resetScroll: false, replace: true })
  }
  const save = async (form: 'xlsx' | 'csv') => {
    try {
      saveFile(await staffApi.exportMatchingAudit(form, days), `${t('audit.title')}.${form}`)
    } catch (cause) {
      notify({ text: messageOf(cause), tone: 'bad' })
    }
  }
  return (
    <div className="audit-days">
      <div className="field">
        <label htmlFor={from}>{t('audit.from')}</label>
        <input
          id={from}
          type="date"
          className="input"
          value={days.from ?? ''}
          onChange={({ target }) => set({ from: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={to}>{t('audit.to')}</label>
        <input
          id={to}
          type="date"
          className="input"
          value={days.to ?? ''}
          onChange={({ target }) => set({ to: target.value })}
        />
      </div>
      <div className="actions">
        {(days.from ?? days.to) !== undefined && (
          <button type="button" className="button plain" onClick={() => set({ from: '', to: '' })}>
            {t('audit.all-time')}
          </button>
        )}
        <button type="button" className="button" onClick={() => save('xlsx')}>
          {t('audit.export.xlsx')}
        </button>
        <button type="button" className="button" onClick={() => save('csv')}>
          {t('audit.export.csv')}
        </button>
      </div>
    </div>
  )
}

function Found({ audit }: { readonly audit: MatchingAudit }) {
  const { t } = useText()
  if (audit.total.proposed === 0)
    return (
      <section className="card stack">
        <p>{t('audit.none')}</p>
        <p className="muted">{t('audit.none.next')}</p>
      </section>
    )
  return (
    <>
      <Figures audit={audit} />
      <Groups audit={audit} />
      <Outcomes audit={audit} />
    </>
  )
}
