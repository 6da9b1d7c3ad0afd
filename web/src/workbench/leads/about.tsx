import '../../text/area/leads.js'
import type { LeadDetail } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'

/** By what it was decided, and what happened to it since. */
export function About({ list }: { readonly list: LeadDetail }) {
  const { t, lang } = useText()
  const lines = [
    [t('leads.about.on'), list.on],
    [t('leads.about.source'), list.source],
    [t('leads.about.version'), list.version],
    [t('leads.about.digest'), `${list.digest}${list.intact ? ` · ${t('leads.intact')}` : ''}`],
    [t('leads.about.engine'), list.engine],
    ...(list.note === null ? [] : [[t('leads.note'), list.note]]),
  ] as const
  return (
    <section className="card stack">
      <h2>{t('leads.about')}</h2>
      <dl className="leads-facts">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('leads.events')}</h3>
      <ol className="plain stack tight">
        <li>
          {localTime(list.frozenAt, lang)} {t('leads.did.freeze')} · {list.frozenBy}
        </li>
        {list.events.map(({ action, by, at, note }) => (
          <li key={at}>
            {localTime(at, lang)} {t(`leads.did.${action}`)} · {by}
            {note !== null && <span className="muted"> · {note}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
