import '../../text/area/portrait.js'
import type { Portrait } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { CompletenessCard } from './completeness-card.js'
import { FactsCard } from './facts-card.js'
import { LadderCard } from './ladder-card.js'
import './portrait.css'
import { ProgrammesCard } from './programmes-card.js'
import { RelationsCard } from './relations-card.js'
import { ReportButtons } from './report-buttons.js'
import { TrendsCard } from './trends-card.js'

const route = getRouteApi('/companies/$company/portrait')

/** A company on one page: figures with their trend, titles and ladders, rights, people, links, programmes. */
export function PortraitPage() {
  const { t, lang } = useText()
  const { company } = route.useParams()
  const messageOf = useMessageOf()
  const query = useQuery({
    queryKey: ['portrait', company, lang],
    queryFn: () => api.portrait(company, { lang }),
  })
  usePageTitle(query.data ? `${query.data.subject.name} · ${t('portrait.title')}` : t('portrait.title'))
  if (query.isError) return <Failure message={messageOf(query.error)} retry={() => query.refetch()} />
  if (query.isPending) return <Loading />
  return <Whole company={company} portrait={query.data} />
}

function Whole({ company, portrait }: { readonly company: string; readonly portrait: Portrait }) {
  const { t } = useText()
  const { subject, facts, titles, rights, people } = portrait
  return (
    <div className="page stack portrait">
      <Link to="/companies/$company" params={{ company }} className="back">
        <Icon name="back" />
        {t('portrait.back')}
      </Link>
      <header className="portrait-head">
        <div>
          <h1>{subject.name}</h1>
          <p className="muted">
            {[t('portrait.title'), subject.place, subject.creditCode].filter(Boolean).join(' · ')}
          </p>
        </div>
        <ReportButtons company={company} name={subject.name} />
      </header>
      <CompletenessCard company={company} completeness={portrait.completeness} />
      <ProgrammesCard company={company} portrait={portrait} />
      {portrait.ladders.map((ladder) => (
        <LadderCard key={ladder.id} company={company} ladder={ladder} />
      ))}
      <TrendsCard trends={portrait.trends} />
      <div className="portrait-pair">
        <FactsCard title={t('portrait.facts')} facts={facts} />
        <FactsCard title={t('portrait.titles')} facts={titles} />
        <FactsCard title={t('portrait.rights')} facts={rights} />
        <FactsCard title={t('portrait.people')} facts={people} />
      </div>
      <RelationsCard relations={portrait.relations} />
    </div>
  )
}
