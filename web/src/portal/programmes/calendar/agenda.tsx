import '../../../text/area/calendar.js'
import type { CalendarDay } from '@kehui/server/client'
import { useText } from '../../../text/use-text.js'
import { EventLink } from './event-link.js'
import { weekday } from './month.js'

interface AgendaProps {
  readonly today: string
  readonly events: ReadonlyMap<string, readonly CalendarDay[]>
}

/** The same month as a list of its days, for a phone. */
export function Agenda({ today, events }: AgendaProps) {
  const { t } = useText()
  const days = [...events.keys()].sort()
  return (
    <ol className="agenda stack tight">
      {days.map((day) => (
        <li key={day} className={`card${day === today ? ' today' : ''}`}>
          <h3 className="number">
            {t('calendar.day.label', { date: day, day: t(`calendar.day.${weekday(day)}`) })}
            {day === today && ` · ${t('calendar.is-today')}`}
          </h3>
          <ul>
            {(events.get(day) ?? []).map((event) => (
              <li key={event.uid}>
                <EventLink event={event} whole />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
