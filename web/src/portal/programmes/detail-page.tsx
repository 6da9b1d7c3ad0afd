import '../../text/area/library.js'
import type { ProgrammeDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { keyed } from '../../ui/keyed.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { CallList } from '../package/calls-card.js'
import { ReadingSignature } from '../package/reading-signature.js'
import { useRounding } from '../package/use-rounding.js'
import { SourceCard } from './source-card.js'
import { TextTree } from './text-tree.js'
import { useSeen } from './use-news.js'
import '../package/package.css'
import './library.css'

const route = getRouteApi('/programmes/$programme')

function Section({ title, children }: { readonly title: MessageKey; readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <section className="card stack tight">
      <h2>{t(title)}</h2>
      {children}
    </section>
  )
}

function Head({ programme }: { readonly programme: ProgrammeDetail }) {
  const { t } = useText()
  return (
    <section className="card stack tight">
      <p className="tags">
        <span className="tag">{programme.packTitle}</span>
        <span className="tag">{t(`benefit.${programme.benefit}`)}</span>
        <span className="tag">{t(`mode.${programme.mode}`)}</span>
        <span className="tag">{t(`audience.${programme.audience}`)}</span>
        {programme.verified !== 'official' && <span className="tag unverified">{t('entry.unverified')}</span>}
        {programme.department && <span className="muted small">{programme.department.name}</span>}
      </p>
      <h1>{programme.title}</h1>
      {programme.summary && <p>{programme.summary}</p>}
    </section>
  )
}

function Conditions({ programme }: { readonly programme: ProgrammeDetail }) {
  const { t } = useText()
  return (
    <Section title="programme.conditions">
      {programme.need.length > 0 && <p className="muted">{t('programme.conditions.lead')}</p>}
      <TextTree nodes={programme.need} verified={programme.verified} />
      {programme.requires.length > 0 && (
        <p>
          <b>{t('programme.requires')}</b>　{programme.requires.join(t('common.comma'))}
        </p>
      )}
      {programme.standing.length > 0 && (
        <p>
          <b>{t('programme.standing')}</b>　{programme.standing.join(t('common.comma'))}
        </p>
      )}
    </Section>
  )
}

function Pay({ programme }: { readonly programme: ProgrammeDetail }) {
  const { t } = useText()
  const rounding = useRounding()
  const { pay } = programme
  if (pay === null) return null
  return (
    <Section title="programme.pay">
      <TextTree nodes={pay.lines} verified={programme.verified} />
      <p className="muted">
        {pay.cap !== null && `${t('pay.cap', { cap: pay.cap })}　`}
        {rounding(pay.round)}
      </p>
    </Section>
  )
}

function Together({ programme }: { readonly programme: ProgrammeDetail }) {
  if (programme.excludes.length === 0) return null
  return (
    <Section title="programme.excludes">
      <ul className="rows">
        {programme.excludes.flatMap((exclusion) =>
          exclusion.with.map((other) => (
            <li key={other.id}>
              <Link to="/programmes/$programme" params={{ programme: other.id }}>
                {other.title}
              </Link>
              <span className="muted small">
                {exclusion.scope} · {exclusion.resolve}
              </span>
            </li>
          )),
        )}
      </ul>
    </Section>
  )
}

function Readings({ programme }: { readonly programme: ProgrammeDetail }) {
  const { readings } = programme
  if (readings === null) return null
  return (
    <Section title="readings.title">
      <p>{readings.question}</p>
      <ul className="choices">
        {readings.options.map((option) => (
          <li key={option.id} className={`tag${option.id === readings.chosen ? ' yes' : ''}`}>
            {option.label}
          </li>
        ))}
      </ul>
      <ReadingSignature signed={readings.signed} />
    </Section>
  )
}

function Notes({ programme }: { readonly programme: ProgrammeDetail }) {
  if (programme.notes.length === 0) return null
  return (
    <section className="card">
      <dl className="figures">
        {keyed(programme.notes, (note) => note.label).map(({ key, item }) => (
          <div key={key}>
            <dt>{item.label}</dt>
            <dd>{item.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function ProgrammePage() {
  const { t, lang } = useText()
  const { programme: id } = route.useParams()
  const messageOf = useMessageOf()
  const found = useQuery({ queryKey: ['programme', id, lang], queryFn: () => api.programme(id, { lang }) })
  useSeen(id)
  usePageTitle(found.data?.title ?? t('library.title'))
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  if (found.isPending) return <Loading />
  const programme = found.data
  return (
    <div className="page stack plain">
      <Link to="/programmes" className="back">
        <Icon name="back" />
        {t('library.title')}
      </Link>
      <Head programme={programme} />
      <Conditions programme={programme} />
      {programme.points.length > 0 && (
        <Section title="programme.points">
          <TextTree nodes={programme.points} verified={programme.verified} />
        </Section>
      )}
      <Pay programme={programme} />
      <Readings programme={programme} />
      <Together programme={programme} />
      <Notes programme={programme} />
      <Section title="calls.title">
        <CallList programme={programme.id} calls={programme.calls} heading="h3" />
      </Section>
      <SourceCard programme={programme} />
    </div>
  )
}
