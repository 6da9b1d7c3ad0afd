import '../../../text/area/calendar.js'
import { useText } from '../../../text/use-text.js'
import { Icon } from '../../../ui/icon.js'
import { notify } from '../../../ui/notify.js'
import type { Filters } from '../search-params.js'
import { calendarPath } from './calendar-path.js'

const LOCAL = /^(localhost|127\.|\[::1\])/

/** How the calendar, filtered as it is, comes into the reader's own. */
export function SubscribeCard({ filters }: { readonly filters: Filters }) {
  const { t, lang } = useText()
  const path = calendarPath(filters, lang)
  const { host, origin } = window.location
  const address = `${origin}${path}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    notify({ text: t('calendar.subscribe.copied'), tone: 'good' })
  }
  return (
    <section className="card stack tight no-print" aria-labelledby="subscribe-title">
      <h2 id="subscribe-title">{t('calendar.subscribe')}</h2>
      <p>{t('calendar.subscribe.lead')}</p>
      <p className="subscribe-address">
        <code>{address}</code>
      </p>
      <div className="actions">
        <a className="button primary" href={`webcal://${host}${path}`}>
          <Icon name="calendar" />
          {t('calendar.subscribe.open')}
        </a>
        {navigator.clipboard && (
          <button type="button" className="button" onClick={copy}>
            <Icon name="copy" />
            {t('calendar.subscribe.copy')}
          </button>
        )}
        <a className="button" href={path} download="kehui-calls.ics">
          {t('calendar.subscribe.file')}
        </a>
      </div>
      <p className="muted small">{t('calendar.subscribe.how')}</p>
      {LOCAL.test(host) && <p className="muted small">{t('calendar.subscribe.local')}</p>}
    </section>
  )
}
