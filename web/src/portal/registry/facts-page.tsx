import '../../text/area/facts.js'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { FactTable } from './fact-table.js'
import { RecordTables } from './record-tables.js'
import './registry.css'

const route = getRouteApi('/companies/$company/facts')

/** What is known of a company, year by year, with the source of each figure. */
export function FactsPage() {
  const { t, lang } = useText()
  const { company } = route.useParams()
  const messageOf = useMessageOf()
  const [find, setFind] = useState('')
  const [onlyKnown, setOnlyKnown] = useState(false)
  const subject = useQuery({ queryKey: ['subject', company], queryFn: () => api.subject(company) })
  const facts = useQuery({
    queryKey: ['facts', company, lang],
    queryFn: () => api.subjectFacts(company, { lang }),
  })
  usePageTitle(t('facts.title'))
  if (facts.isError) return <Failure message={messageOf(facts.error)} retry={() => facts.refetch()} />
  if (facts.isPending) return <Loading />
  return (
    <div className="page stack library">
      <Link to="/companies/$company" params={{ company }} className="back">
        <Icon name="back" />
        {t('facts.back')}
      </Link>
      <h1>
        {t('facts.title')}
        {subject.data && <span className="muted subject-name"> {subject.data.name}</span>}
      </h1>
      <p className="muted">{t('facts.lead')}</p>
      <div className="actions">
        <div className="field inline">
          <label htmlFor="find-fact">{t('facts.find')}</label>
          <input
            id="find-fact"
            type="search"
            className="input"
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        </div>
        <label className={`choice${onlyKnown ? ' chosen' : ''}`}>
          <input type="checkbox" checked={onlyKnown} onChange={() => setOnlyKnown(!onlyKnown)} />
          {t('facts.only-known')}
        </label>
      </div>
      <FactTable company={company} facts={facts.data} find={find.trim()} onlyKnown={onlyKnown} />
      <RecordTables facts={facts.data} />
    </div>
  )
}
