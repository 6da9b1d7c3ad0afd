import '../../text/area/notices.js'
import '../../text/area/demands.js'
import type { IntroductionDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { FieldFrame } from '../../ui/field-frame.js'
import { Icon } from '../../ui/icon.js'
import { keyed } from '../../ui/keyed.js'
import { localTime } from '../../ui/local-time.js'
import { moneyPhrase } from '../../ui/money.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { useSide } from '../demands/use-side.js'
import '../objections/objections.css'
import { IntroductionActions } from './actions.js'
import { IntroductionState } from './items.js'

const route = getRouteApi('/introductions/$introduction')

const STEPS = [
  'propose',
  'accept',
  'decline',
  'schedule',
  'hold',
  'miss',
  'conclude',
  'remind',
  'lapse',
  'withdraw',
  'reopen',
] as const

function Log({ introduction }: { readonly introduction: IntroductionDetail }) {
  const { t, lang } = useText()
  return (
    <section className="card stack" aria-labelledby="log-title">
      <h2 id="log-title" className="card-title">
        {t('demand.log')}
      </h2>
      <ol className="timeline">
        {keyed(introduction.events, ({ at }) => at).map(({ key, item }) => {
          const step = STEPS.find((known) => known === item.action)
          const party = (['seeker', 'provider', 'broker', 'clock'] as const).find((one) => one === item.party)
          const told = [
            item.meetsOn,
            item.outcome && t(`outcome.${item.outcome}`),
            item.contract,
            item.amountFen && moneyPhrase(item.amountFen, item.amountFen, lang),
            item.note,
            item.said &&
              t('introduction.said', {
                who: item.said.by,
                how: t(`introduction.channel.${item.said.channel}`),
              }),
          ].filter(Boolean)
          return (
            <li key={key}>
              <p>
                <b>{step ? t(`introduction.did.${step}`) : item.action}</b>
                <span className="muted small">
                  {' '}
                  {party && t(`introduction.party.${party}`)} {item.by}{' '}
                  <time dateTime={item.at}>{localTime(item.at, lang)}</time>
                </span>
              </p>
              {told.length > 0 && <p>{told.join(lang === 'zh' ? '；' : '; ')}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function About({ introduction }: { readonly introduction: IntroductionDetail }) {
  const { t } = useText()
  const { demand, seeker, provider, holder, meetsOn, outcome, reasons, contract } = introduction
  return (
    <section className="card stack">
      <dl className="figures wide">
        <div>
          <dt>{t('introduction.seeker')}</dt>
          <dd>{seeker?.name ?? <span className="muted">{t('introduction.hidden')}</span>}</dd>
        </div>
        <div>
          <dt>{t('introduction.provider.title')}</dt>
          <dd>{provider?.name ?? <span className="muted">{t('introduction.hidden')}</span>}</dd>
        </div>
        {holder !== null && (
          <div>
            <dt>{t('introduction.holder')}</dt>
            <dd>{holder.name}</dd>
          </div>
        )}
        <div>
          <dt>{t('introduction.reasons')}</dt>
          <dd>
            <ul>
              {keyed(reasons, (reason) => reason).map(({ key, item }) => (
                <li key={key}>{item}</li>
              ))}
            </ul>
          </dd>
        </div>
        {meetsOn !== null && (
          <div>
            <dt>{t('introduction.meets')}</dt>
            <dd>{meetsOn}</dd>
          </div>
        )}
        {outcome !== null && (
          <div>
            <dt>{t('introduction.outcome')}</dt>
            <dd>{t(`outcome.${outcome}`)}</dd>
          </div>
        )}
        {contract !== null && (
          <div>
            <dt>{t('introduction.contract.registry')}</dt>
            <dd>
              <Link to="/resources/$resource" params={{ resource: contract }}>
                {t('notices.open')}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      <p>
        <Link to="/demands/$demand" params={{ demand: demand.id }} className="button">
          {t('notices.open')}
        </Link>
      </p>
    </section>
  )
}

/** The service team may speak for a side that told it so. */
function ActingFor({
  introduction,
  value,
  onChange,
}: {
  readonly introduction: IntroductionDetail
  readonly value: string | undefined
  readonly onChange: (as: string | undefined) => void
}) {
  const { t } = useText()
  const sides = [introduction.seeker, introduction.provider].filter((side) => side !== null)
  return (
    <FieldFrame id="acting-for" label={t('introduction.as')} hint={t('introduction.as.hint')}>
      <select
        id="acting-for"
        className="input"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      >
        <option value="">{t('introduction.party.broker')}</option>
        {sides.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === introduction.provider?.id && introduction.holder
              ? `${introduction.holder.name} → ${name}`
              : name}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

export function IntroductionPage() {
  const { introduction: id } = route.useParams()
  const { t } = useText()
  const { as: own, staff } = useSide()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const as = staff ? chosen : own
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['introduction', id, as, staff],
    queryFn: () => api.introduction(id, as),
  })
  usePageTitle(found.data?.demand.title ?? t('introductions.title'))
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  if (!found.data) return <Loading />
  return (
    <div className="page stack plain">
      <Link to="/introductions" className="back">
        <Icon name="back" />
        {t('introductions.title')}
      </Link>
      <h1 id="introduction-title" tabIndex={-1}>
        {found.data.demand.title}
      </h1>
      <p>
        <IntroductionState item={found.data} />
      </p>
      {staff && <ActingFor introduction={found.data} value={chosen} onChange={setChosen} />}
      <IntroductionActions introduction={found.data} as={as} staff={staff} />
      <About introduction={found.data} />
      <Log introduction={found.data} />
    </div>
  )
}
