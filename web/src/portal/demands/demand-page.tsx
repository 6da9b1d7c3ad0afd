import '../../text/area/demands.js'
import type { DemandDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { keyed } from '../../ui/keyed.js'
import { localTime } from '../../ui/local-time.js'
import { usePageTitle } from '../../ui/page-title.js'
import { PartFailure } from '../../ui/part-failure.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { IntroductionItems } from '../introductions/items.js'
import { ProposeForm } from '../introductions/propose-form.js'
import { Matches } from '../matches/matches.js'
import '../objections/objections.css'
import { Clarity } from './clarity.js'
import { ContentView } from './content-view.js'
import { DemandActions } from './demand-actions.js'
import './demands.css'
import { DemandTag } from './state-tag.js'
import { useSide } from './use-side.js'

const route = getRouteApi('/demands/$demand')

function Similar({ demand }: { readonly demand: DemandDetail }) {
  const { t } = useText()
  if (demand.similar.length === 0) return null
  return (
    <section className="card stack tight" aria-labelledby="similar-title">
      <h2 id="similar-title" className="card-title">
        {t('demand.similar')}
      </h2>
      <ul className="rows">
        {demand.similar.map(({ id, title, likeness, why }) => (
          <li key={id}>
            <span>
              <Link to="/demands/$demand" params={{ demand: id }}>
                {title || t('demand.untitled')}
              </Link>
              {why !== '' && <span className="muted small"> {t('demand.similar.why', { words: why })}</span>}
            </span>
            <span className="number">{Math.round(likeness * 100)}%</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Redacted({ demand }: { readonly demand: DemandDetail }) {
  const { t } = useText()
  if (demand.redacted === null) return null
  return (
    <details className="card demand-more">
      <summary>{t('demand.redacted')}</summary>
      <div className="stack tight">
        <p className="muted">{t('demand.redacted.lead')}</p>
        <p className="item-title">{demand.redacted.title}</p>
        <ContentView content={demand.redacted} />
      </div>
    </details>
  )
}

const ACTIONS = [
  'create',
  'revise',
  'publish',
  'pause',
  'resume',
  'solve',
  'withdraw',
  'expire',
  'reopen',
] as const

/** How it came here; of a visit, when and who told it. */
function Channel({ demand: { channel, visit } }: { readonly demand: DemandDetail }) {
  const { t } = useText()
  if (visit !== null) return <p>{t('demand.channel.visit', { date: visit.on, who: visit.toldBy })}</p>
  if (channel === 'import' || channel === 'api') return <p>{t(`demand.channel.${channel}`)}</p>
  return null
}

function Log({ demand }: { readonly demand: DemandDetail }) {
  const { t, lang } = useText()
  return (
    <section className="card stack" aria-labelledby="log-title">
      <h2 id="log-title" className="card-title">
        {t('demand.log')}
      </h2>
      <ol className="timeline">
        {keyed(demand.events, ({ at }) => at).map(({ key, item }) => {
          const action = ACTIONS.find((known) => known === item.action)
          return (
            <li key={key}>
              <p>
                <b>{action ? t(`demand.did.${action}`) : item.action}</b>
                <span className="muted small">
                  {' '}
                  {item.by} <time dateTime={item.at}>{localTime(item.at, lang)}</time>
                </span>
              </p>
              {item.note && <p>{item.note}</p>}
              {item.action === 'create' && <Channel demand={demand} />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Views({ id }: { readonly id: string }) {
  const { t, lang } = useText()
  const { as } = useSide()
  const found = useQuery({ queryKey: ['demand-views', id, as], queryFn: () => api.demandViews(id, as) })
  return (
    <section className="card stack tight" aria-labelledby="views-title">
      <h2 id="views-title" className="card-title">
        {t('demand.views')}
      </h2>
      {found.isError && <PartFailure query={found} />}
      {found.data?.length === 0 && <p className="muted">{t('demand.views.none')}</p>}
      <ul className="rows">
        {keyed(found.data ?? [], ({ at }) => at).map(({ key, item }) => (
          <li key={key}>
            <span>
              {item.as?.name ?? item.by ?? t(item.role === 'manager' ? 'role.manager' : 'role.service-team')}
              <span className="muted small">
                {' '}
                {t(item.disclosure === 'whole' ? 'demand.views.whole' : 'demand.views.redacted')}
              </span>
            </span>
            <time className="muted small number" dateTime={item.at}>
              {localTime(item.at, lang)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Introductions({ demand }: { readonly demand: DemandDetail }) {
  const { t } = useText()
  const { as } = useSide()
  const found = useQuery({
    queryKey: ['introductions', 'of', demand.id, as],
    queryFn: () => api.introductions({ demand: demand.id, as }),
  })
  return (
    <section className="card stack" aria-labelledby="introductions-title">
      <h2 id="introductions-title" className="card-title">
        {t('introductions.of-demand')}
      </h2>
      {found.isError && <PartFailure query={found} />}
      {found.data && <IntroductionItems items={found.data.items} />}
      {found.data?.total === 0 && <p className="muted">{t('introductions.none')}</p>}
      {demand.state === 'published' && <ProposeForm demand={demand.id} />}
    </section>
  )
}

function View({ demand }: { readonly demand: DemandDetail }) {
  const { t } = useText()
  // Only a need’s own side sees what was done with it.
  const side = demand.redacted !== null
  usePageTitle(demand.title || t('demand.untitled'))
  return (
    <div className="page stack plain">
      <Link to="/demands" className="back">
        <Icon name="back" />
        {t('demands.title')}
      </Link>
      <h1 id="demand-title" tabIndex={-1}>
        {demand.title || t('demand.untitled')}
      </h1>
      <p className="tags">
        <DemandTag state={demand.state} />
        <span className="muted">{demand.subject?.name ?? t('demand.hidden')}</span>
      </p>
      <DemandActions demand={demand} />
      <section className="card">
        <ContentView content={demand.content} />
      </section>
      {side && demand.editable && <Clarity quality={demand.quality} />}
      {side && (
        <>
          {demand.state === 'published' && <Matches demand={demand.id} />}
          <Similar demand={demand} />
          <Introductions demand={demand} />
          <Redacted demand={demand} />
          <Log demand={demand} />
          <Views id={demand.id} />
        </>
      )}
    </div>
  )
}

export function DemandPage() {
  const { demand: id } = route.useParams()
  const { lang } = useText()
  const { as, staff } = useSide()
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['demand', id, lang, as, staff],
    queryFn: () => api.demand(id, as),
    // Each view is logged: looking away and back is none.
    refetchOnWindowFocus: false,
  })
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  return found.data ? <View demand={found.data} /> : <Loading />
}
