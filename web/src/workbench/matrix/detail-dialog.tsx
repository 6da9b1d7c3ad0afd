import '../../text/area/matrix.js'
import type { Entry, Nearest, Trace } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { amountOf } from '../../portal/package/amount-line.js'
import { deadlineOf } from '../../portal/package/deadline.js'
import { entryId } from '../../portal/package/entry-id.js'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Dialog } from '../../ui/dialog.js'
import { useFactLabels } from '../../ui/fact-labels.js'
import { Icon } from '../../ui/icon.js'
import { keyed } from '../../ui/keyed.js'
import { moneyPhrase } from '../../ui/money.js'
import { PartFailure } from '../../ui/part-failure.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { decisive } from '../desk/reasons.js'
import type { Opened } from './grid.js'

const MOST_REASONS = 6

function Part({ title, children }: { readonly title: MessageKey; readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <section className="stack tight">
      <h3>{t(title)}</h3>
      {children}
    </section>
  )
}

function Reason({ node }: { readonly node: Trace }) {
  const { t } = useText()
  const { label, text, verdict, actual, required, cite } = node
  return (
    <li className="marked">
      <VerdictMark kind={verdict} />
      <div>
        {label ?? text}
        <p className="muted small">
          {actual && required && t('matrix.detail.call', { actual, required })} {cite?.article}
        </p>
      </div>
    </li>
  )
}

function Moves({ options }: { readonly options: readonly Nearest[] }) {
  const { t, lang } = useText()
  const { labelOf } = useFactLabels()
  const sayOf = ({ changes }: Nearest) =>
    changes.map(({ fact, from, to }) => t('nearest.change', { fact: labelOf(fact), from, to })).join('；')
  return (
    <ul className="bullets">
      {keyed(options, sayOf).map(({ key, item }) => (
        <li key={key}>
          {sayOf(item)}
          {item.costFen !== null && item.costFen !== '0' && (
            <span className="muted small">
              {' '}
              {t('nearest.cost', { cost: moneyPhrase(item.costFen, item.costFen, lang) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Missing({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const { labelOf, questionOf } = useFactLabels()
  return (
    <ul className="bullets">
      {entry.missing.map((key) => {
        const agency = questionOf(key)?.heldBy
        return (
          <li key={key}>
            {labelOf(key)}
            {agency && <span className="muted small"> {t('matrix.detail.held', { agency })}</span>}
          </li>
        )
      })}
    </ul>
  )
}

function When({ entry, on }: { readonly entry: Entry; readonly on: string }) {
  const { t } = useText()
  const { key, values, date } = deadlineOf(entry.call, on)
  const [own] = entry.call?.departments ?? []
  const contact = own ?? entry.department
  return (
    <>
      <p>
        <Icon name="clock" /> {t(key, values)} {date && <span className="number muted">{date}</span>}
      </p>
      {contact && (
        <p>
          {contact.name}
          {contact.phone && (
            <>
              {' '}
              <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
            </>
          )}
        </p>
      )}
    </>
  )
}

function Detail({ entry, on }: { readonly entry: Entry; readonly on: string }) {
  const { t, lang } = useText()
  const amount = amountOf(entry)
  const reasons = decisive(entry).slice(0, MOST_REASONS)
  return (
    <>
      <p className="marked">
        <VerdictMark kind={entry.verdict} />
        <span>
          <b className={`tone-${entry.verdict}`}>{t(`verdict.${entry.verdict}`)}</b>
          {amount && amount.max !== '0' && <> · {moneyPhrase(amount.min, amount.max, lang)}</>}
          {entry.points && (
            <>
              {' '}
              ·{' '}
              {entry.points.min === entry.points.max
                ? entry.points.min
                : `${entry.points.min}–${entry.points.max}`}
              {lang === 'zh' ? ' 分' : ' points'}
            </>
          )}
        </span>
      </p>
      {entry.hypothetical && (
        <p className="notice">
          {t('matrix.detail.titles', { titles: entry.ifTitles.join(t('common.comma')) })}
        </p>
      )}
      {reasons.length > 0 && (
        <Part title="matrix.detail.why">
          <ul className="stack tight">
            {keyed(reasons, (node) => node.text).map(({ key, item }) => (
              <Reason key={key} node={item} />
            ))}
          </ul>
        </Part>
      )}
      {entry.missing.length > 0 && (
        <Part title="matrix.detail.missing">
          <Missing entry={entry} />
        </Part>
      )}
      {entry.nearest.length > 0 && (
        <Part title="matrix.detail.nearest">
          <Moves options={entry.nearest} />
        </Part>
      )}
      {entry.nextYear.length > 0 && (
        <Part title="matrix.detail.year">
          <Moves options={entry.nextYear} />
        </Part>
      )}
      <Part title="matrix.detail.when">
        <When entry={entry} on={on} />
      </Part>
    </>
  )
}

function Links({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  return (
    <>
      <Link
        to="/companies/$company"
        params={{ company: entry.subject.id }}
        search={{ entry: entryId(entry) }}
        className="button primary"
      >
        {t('matrix.detail.open')}
      </Link>
      <Link to="/programmes/$programme" params={{ programme: entry.programme }} className="button">
        {t('matrix.detail.programme')}
      </Link>
    </>
  )
}

/** One company and one programme: why, what is lacking, what would change it, by when. */
export function DetailDialog({
  opened,
  on,
  onClose,
}: {
  readonly opened: Opened
  readonly on: string
  readonly onClose: () => void
}) {
  const { t, lang } = useText()
  const { subject, name, programme } = opened
  const entry = useQuery({
    queryKey: ['package-entry', subject, programme, lang],
    queryFn: () => api.packageEntry(subject, programme, { lang }),
  })
  return (
    <Dialog title={entry.data?.title ?? t('app.loading')} onClose={onClose}>
      <p className="muted">{name}</p>
      {entry.isError && <PartFailure query={entry} />}
      {entry.data && <Detail entry={entry.data} on={on} />}
      <div className="actions">
        {entry.data && <Links entry={entry.data} />}
        <button type="button" className="button" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
    </Dialog>
  )
}
