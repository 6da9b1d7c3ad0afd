import type { Call, Entry } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { keyed } from '../../ui/keyed.js'
import { callPath } from '../programmes/calendar/calendar-path.js'
import { ExternalLink } from '../programmes/external-link.js'

function useSpan(): (from: string | null, to: string | null) => string {
  const { t } = useText()
  return (from, to) => {
    if (from !== null && to !== null) return t('calls.between', { from, to })
    if (from !== null) return t('calls.from', { from })
    return to === null ? t('entry.no-window') : t('calls.to', { to })
  }
}

function Windows({ call }: { readonly call: Call }) {
  const span = useSpan()
  return (
    <dl className="figures wide">
      {keyed(call.windows, (window) => window.step).map(({ key, item }) => (
        <div key={key}>
          <dt>{item.step}</dt>
          <dd className="number">{span(item.from, item.to)}</dd>
        </div>
      ))}
    </dl>
  )
}

interface PartProps {
  readonly call: Call
  /** The rank of the headings inside: they follow that of the section around. */
  readonly heading: 'h3' | 'h4'
}

function Materials({ call, heading: Heading }: PartProps) {
  const { t } = useText()
  if (call.materials.length === 0) return null
  return (
    <>
      <Heading>{t('calls.materials')}</Heading>
      <ul className="rows">
        {keyed(call.materials, (material) => material.name).map(({ key, item }) => (
          <li key={key}>
            <span>{item.name}</span>
            <span className="muted small">
              {t(`calls.material.${item.kind}`)}
              {item.seal && ` · ${t('calls.material.seal')}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Departments({ call, heading: Heading }: PartProps) {
  const { t } = useText()
  if (call.departments.length === 0) return null
  return (
    <>
      <Heading>{t('calls.departments')}</Heading>
      <ul className="rows">
        {keyed(call.departments, (department) => department.name).map(({ key, item }) => (
          <li key={key}>
            <span>
              <span className="tag">{item.level}</span> {item.name}
            </span>
            {item.phone === null ? (
              <span className="muted small">{t('calls.no-phone')}</span>
            ) : (
              <a className="button" href={`tel:${item.phone.replace(/[^\d+]/g, '')}`}>
                <Icon name="phone" />
                {t('calls.phone', { phone: item.phone })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const TONE = { open: 'yes', coming: 'unknown', closed: 'moot', unknown: 'moot' } as const

/** One call for applications: when, with which papers, and whom to ask. */
function CallDetails({ programme, call, heading }: PartProps & { readonly programme: string }) {
  const { t, lang } = useText()
  const isDated = call.status !== 'closed' && (call.from !== null || call.to !== null)
  return (
    <div className="stack tight call">
      <p className="tags">
        <span className={`tag ${TONE[call.status]}`}>{t(`calls.status.${call.status}`)}</span>
        <b>{call.title}</b>
        {call.yearly && <span className="tag">{t('calls.yearly')}</span>}
        {call.number && <span className="muted small">{call.number}</span>}
        {call.verified !== 'official' && <span className="tag unverified">{t('entry.unverified')}</span>}
      </p>
      <Windows call={call} />
      <Materials call={call} heading={heading} />
      <Departments call={call} heading={heading} />
      {(isDated || call.link) && (
        <p className="actions no-print">
          {call.link && (
            <ExternalLink className="button" href={call.link}>
              {t('calls.link')}
            </ExternalLink>
          )}
          {isDated && (
            <a className="button" href={callPath(programme, call.key, lang)} download={`${programme}.ics`}>
              <Icon name="calendar" />
              {t('calendar.add')}
            </a>
          )}
        </p>
      )}
    </div>
  )
}

interface CallListProps {
  readonly programme: string
  readonly calls: readonly Call[]
  readonly heading: PartProps['heading']
}

export function CallList({ programme, calls, heading }: CallListProps) {
  const { t } = useText()
  const current = calls.filter((call) => call.status !== 'closed')
  const shown = current.length > 0 ? current : calls.slice(0, 1)
  const past = calls.filter((call) => !shown.includes(call))
  if (calls.length === 0) return <p className="muted">{t('calls.none')}</p>
  return (
    <>
      {keyed(shown, (call) => call.title).map(({ key, item }) => (
        <CallDetails key={key} programme={programme} call={item} heading={heading} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>{t('calls.past')}</summary>
          {keyed(past, (call) => call.title).map(({ key, item }) => (
            <CallDetails key={key} programme={programme} call={item} heading={heading} />
          ))}
        </details>
      )}
    </>
  )
}

export function CallsCard({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  return (
    <section className="card stack tight" aria-labelledby="calls-title">
      <h3 id="calls-title" className="card-title" tabIndex={-1}>
        {t('calls.title')}
      </h3>
      <CallList programme={entry.programme} calls={entry.calls} heading="h4" />
      {entry.calls.length === 0 && entry.department && <p>{entry.department.name}</p>}
    </section>
  )
}
