import type { Entry } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useText } from '../../text/use-text.js'
import { FollowButton } from '../notices/follow-button.js'
import { ObjectButton } from '../objections/object-button.js'
import { ObjectionNotes } from '../objections/objection-notes.js'
import { AmountLine, amountOf, isCompetitive, isOpenEnded } from './amount-line.js'
import { AskSeries } from './ask-series.js'
import { CallsCard } from './calls-card.js'
import { DeadlineText } from './deadline-text.js'
import { EntryContext } from './entry-context.js'
import { Money } from './money.js'
import { NearestCard } from './nearest-card.js'
import { usePackage } from './package-context.js'
import { PayCard } from './pay-card.js'
import { PointsCard } from './points-card.js'
import { SettledNote } from './settled-note.js'
import { TraceList } from './trace-list.js'
import { VerdictBanner } from './verdict-banner.js'

function Amount({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const amount = amountOf(entry)
  if (amount === null || amount.max === '0' || isOpenEnded(entry)) return <AmountLine entry={entry} />
  const certain = amount.min === amount.max
  return (
    <>
      <Money amount={amount} max={!certain} big />
      {!certain && amount.min !== '0' && (
        <span className="small muted">
          {t('entry.certain-part.before')} <Money amount={{ min: amount.min, max: amount.min }} />{' '}
          {t('entry.certain-part.after')}
        </span>
      )}
    </>
  )
}

function Head({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const amount = amountOf(entry)
  const worth =
    amount === null || amount.max === '0' || isOpenEnded(entry)
      ? 'entry.worth'
      : amount.min === amount.max && entry.verdict === 'yes' && !isCompetitive(entry)
        ? 'entry.amount.get'
        : 'entry.amount.most'
  return (
    <section className="card stack entry-head" aria-labelledby="entry-title">
      <p className="tags">
        <span className="tag">{entry.packTitle}</span>
        <span className="tag">{t(`benefit.${entry.benefit}`)}</span>
        <span className="tag">{t(`mode.${entry.mode}`)}</span>
        {entry.unverified && <span className="tag unverified">{t('entry.unverified')}</span>}
        {entry.hypothetical && <span className="tag">{t('entry.hypothetical')}</span>}
        {entry.department && <span className="muted small">{entry.department.name}</span>}
      </p>
      <h2 id="entry-title" tabIndex={-1}>
        {entry.title}
      </h2>
      {entry.summary && <p className="muted">{entry.summary}</p>}
      <VerdictBanner entry={entry} />
      <dl className="keys">
        <div>
          <dt>{t(worth)}</dt>
          <dd>
            <Amount entry={entry} />
          </dd>
        </div>
        <div>
          <dt>
            {t(entry.call?.status === 'open' && entry.call.to !== null ? 'entry.deadline' : 'entry.window')}
          </dt>
          <dd>
            <DeadlineText entry={entry} />
          </dd>
        </div>
        <div>
          <dt>{t('entry.promise')}</dt>
          <dd>
            {entry.call?.promise ? (
              <>
                <b>{t('entry.promise.days', { days: entry.call.promise })}</b>
                <span className="small muted">{t('entry.promise.from')}</span>
              </>
            ) : (
              t('entry.promise.none')
            )}
          </dd>
        </div>
      </dl>
      {entry.trace.pay === null && <SettledNote entry={entry} />}
    </section>
  )
}

/** Few texts can be read in several ways. */
const ReadingCard = lazy(() => import('./reading-card.js'))
const RecordSources = lazy(() => import('./record-sources.js'))

function Why({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const records = usePackage().pkg.records.filter(({ programmes }) => programmes.includes(entry.programme))
  return (
    <section className="card" aria-labelledby="why-title">
      <h3 id="why-title" className="card-title">
        {t('entry.why')}
      </h3>
      {entry.trace.need.length === 0 ? (
        <p className="muted">{t('entry.why.none')}</p>
      ) : (
        <p className="muted">{t('entry.why.lead')}</p>
      )}
      <TraceList nodes={entry.trace.need} />
      {records.length > 0 && (
        <Suspense>
          <RecordSources records={records} />
        </Suspense>
      )}
      <ObjectionNotes entry={entry} />
      <div className="provenance">
        {t('entry.objection')} <ObjectButton entry={entry} condition={null} />
      </div>
    </section>
  )
}

function ActionBar({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  return (
    <div className="action-bar no-print">
      <AmountLine entry={entry} />
      <Link className="button" to="/programmes/$programme" params={{ programme: entry.programme }}>
        {t('entry.details')}
      </Link>
      <FollowButton subject={entry.subject.id} programme={entry.programme} look="button" />
      {entry.form && (
        <Link
          className="button"
          to="/companies/$company/forms/$programme"
          params={{ company: entry.subject.id, programme: entry.programme }}
        >
          {t('forms.open')}
        </Link>
      )}
      <AskSeries entry={entry} />
      {entry.missing.length === 0 && entry.calls.length > 0 && (
        <a className="button primary" href="#calls-title">
          {t('entry.open-call')}
        </a>
      )}
    </div>
  )
}

/** One programme's whole answer. */
export function Detail({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  return (
    <EntryContext value={entry}>
      <article className="detail stack" aria-label={entry.title}>
        <Head entry={entry} />
        <Why entry={entry} />
        <NearestCard entry={entry} />
        <PointsCard entry={entry} />
        <PayCard entry={entry} />
        {entry.readings && (
          <Suspense>
            <ReadingCard entry={entry} />
          </Suspense>
        )}
        <CallsCard entry={entry} />
        {entry.unverified && <p className="notice warn">{t('entry.unverified.text')}</p>}
        <ActionBar entry={entry} />
      </article>
    </EntryContext>
  )
}
