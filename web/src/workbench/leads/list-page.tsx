import '../../text/area/leads.js'
import type { LeadDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import { About } from './about.js'
import { Comparison } from './comparison.js'
import { Entries } from './entries.js'
import { ListActions } from './list-actions.js'
import { ListState } from './list-state.js'
import { TABS } from './search.js'
import '../workbench.css'
import './leads.css'

const route = getRouteApi('/workbench/leads/$list')

export function LeadListPage() {
  return (
    <StaffOnly title="leads.title">
      <Page />
    </StaffOnly>
  )
}

function Page() {
  const { t, lang } = useText()
  const { list } = route.useParams()
  const found = useQuery({
    queryKey: ['lead-list', list, lang],
    queryFn: () => staffApi.leadList(list, { lang }),
  })
  return (
    <div className="page stack workbench">
      <p>
        <Link to="/workbench/leads" className="back">
          ← {t('leads.back')}
        </Link>
      </p>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && <List list={found.data} />}
    </div>
  )
}

function List({ list }: { readonly list: LeadDetail }) {
  const { t, lang } = useText()
  const { tab = 'leads' } = route.useSearch()
  const counts = { leads: list.leads, excluded: list.excluded, compare: list.others.length }
  return (
    <>
      <div className="stack tight">
        <h1>{list.title}</h1>
        <p className="tags">
          <span className="tag unknown">{list.kindText}</span> <ListState list={list} />
        </p>
      </div>
      {!list.intact && (
        <p className="notice bad" role="alert">
          {t('leads.tampered')}
        </p>
      )}
      <dl className="figures wide">
        <div>
          <dt>{t('leads.leads')}</dt>
          <dd className="number">{list.leads}</dd>
        </div>
        <div>
          <dt>{t('leads.excluded')}</dt>
          <dd className="number">{list.excluded}</dd>
        </div>
        <div>
          <dt>{t('leads.amount')}</dt>
          <dd className="number">{moneyPhrase(list.amountFen.min, list.amountFen.max, lang)}</dd>
        </div>
      </dl>
      <div className="actions">
        <Export list={list} form="xlsx" />
        <Export list={list} form="csv" />
        <ListActions list={list} />
      </div>
      <nav className="segments" aria-label={t('leads.tabs')}>
        {TABS.map((one) => (
          <Link
            key={one}
            from="/workbench/leads/$list"
            to="."
            search={one === 'leads' ? {} : { tab: one }}
            activeOptions={{ exact: true }}
            aria-current={one === tab ? 'true' : undefined}
            resetScroll={false}
          >
            {t(`leads.tab.${one}`)} <small className="number">{counts[one]}</small>
          </Link>
        ))}
      </nav>
      {tab === 'compare' ? (
        <Comparison list={list} />
      ) : (
        <Entries list={list} outcome={tab === 'leads' ? 'lead' : 'excluded'} />
      )}
      <About list={list} />
    </>
  )
}

function Export({ list, form }: { readonly list: LeadDetail; readonly form: 'xlsx' | 'csv' }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const save = async () => {
    try {
      saveFile(await staffApi.exportLeads(list.id, form), `${list.kindText}-${list.title}-${list.on}.${form}`)
    } catch (cause) {
      notify({ text: messageOf(cause), tone: 'bad' })
    }
  }
  return (
    <button type="button" className="button" onClick={() => void save()}>
      {t(`leads.export.${form}`)}
    </button>
  )
}
