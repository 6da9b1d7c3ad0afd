import '../../../text/area/calendar.js'
import type { CalendarDay } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../../text/use-text.js'

/** What a day has: its kind in a word and a colour, and the programme it belongs to. */
export function EventLink({
  event,
  whole = false,
}: {
  readonly event: CalendarDay
  readonly whole?: boolean
}) {
  const { t } = useText()
  const { kind, title, step, from, to } = event
  const name = kind === 'step' ? `${step} · ${title}` : title
  return (
    <Link to="/programmes/$programme" params={{ programme: event.programme }} className={`event ${kind}`}>
      <b>{t(`calendar.${kind}`)}</b> {name}
      {whole && kind === 'step' && to !== from && (
        <span className="muted small"> {t('calendar.until', { date: to })}</span>
      )}
      {whole && <span className="muted small event-of">{event.packTitle}</span>}
    </Link>
  )
}
