import '../../text/area/objection-case.js'
import '../../text/area/facts.js'
import type { ObjectionDetail, Standing } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { moneyPhrase } from '../../ui/money.js'
import { usePageTitle } from '../../ui/page-title.js'
import { usePreferences } from '../../ui/preferences.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { Actions } from './actions.js'
import { RuleDraft } from './rule-draft.js'
import { StateTag } from './state-tag.js'
import { Timeline } from './timeline.js'
import './objections.css'

const route = getRouteApi('/objections/$objection')

function StandingText({ standing }: { readonly standing: Standing }) {
  const { t, lang } = useText()
  const { verdict, amountFen } = standing
  return (
    <span className="marked">
      <VerdictMark kind={verdict} />
      <span>
        {t(`verdict.${verdict}`)}
        {amountFen !== null && amountFen.max !== '0' && (
          <span className="muted"> {moneyPhrase(amountFen.min, amountFen.max, lang)}</span>
        )}
      </span>
    </span>
  )
}

/** What was objected to, as it was shown then, and how it stands now. */
function About({ objection }: { readonly objection: ObjectionDetail }) {
  const { t } = useText()
  const { condition, shown, now, by } = objection
  return (
    <section className="card stack" aria-labelledby="about-title">
      <h2 id="about-title" className="card-title">
        {condition === null
          ? t('objection.about.verdict')
          : t('objection.about', { text: condition.label ?? condition.text })}
      </h2>
      <blockquote className="quoted">{objection.reason}</blockquote>
      <dl className="figures wide">
        {condition?.actual && (
          <div>
            <dt>{t('objection.shown.actual')}</dt>
            <dd>{condition.actual}</dd>
          </div>
        )}
        {condition?.required && (
          <div>
            <dt>{t('trace.required')}</dt>
            <dd>{condition.required}</dd>
          </div>
        )}
        {condition?.article && (
          <div>
            <dt>{t('cite.article')}</dt>
            <dd>{condition.article}</dd>
          </div>
        )}
        <div>
          <dt>{t('objection.shown')}</dt>
          <dd>
            <StandingText standing={shown} />
          </dd>
        </div>
        {now && (
          <div>
            <dt>{t('objection.now')}</dt>
            <dd>
              <StandingText standing={now} />
              {now.version !== shown.version && (
                <span className="muted small"> {t('objection.rule-changed')}</span>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('objection.by')}</dt>
          <dd>
            {by.name}
            {by.contact && <span className="muted"> · {by.contact}</span>}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function View({ objection }: { readonly objection: ObjectionDetail }) {
  const { t } = useText()
  const { role } = usePreferences()
  const { subject, programme } = objection
  usePageTitle(t('objection.title'))
  return (
    <div className="page stack plain">
      {role === 'manager' ? (
        <Link
          to="/companies/$company"
          params={{ company: subject.id }}
          search={{ entry: `${programme.id}~${subject.id}` }}
          className="back"
        >
          <Icon name="back" />
          {t('facts.back')}
        </Link>
      ) : (
        <Link to="/workbench/objections" className="back">
          <Icon name="back" />
          {t('objections.title')}
        </Link>
      )}
      <h1 id="objection-title" tabIndex={-1}>
        {t('objection.heading', { programme: programme.title })}
      </h1>
      <p>
        <StateTag item={objection} />{' '}
        <Link
          to="/companies/$company"
          params={{ company: subject.id }}
          search={{ entry: `${programme.id}~${subject.id}` }}
        >
          {subject.name}
        </Link>
      </p>
      <About objection={objection} />
      <RuleDraft objection={objection} />
      <Actions objection={objection} />
      <Timeline events={objection.events} />
    </div>
  )
}

export function ObjectionPage() {
  const { objection: id } = route.useParams()
  const { lang } = useText()
  const { role } = usePreferences()
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['objection', id, lang, role],
    queryFn: () => api.objection(id, { lang }),
  })
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  return found.data ? <View objection={found.data} /> : <Loading />
}
