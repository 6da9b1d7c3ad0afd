import '../../../text/area/calendar.js'
import type { CalendarDay } from '@kehui/server/client'
import { useState } from 'react'
import { useText } from '../../../text/use-text.js'
import { Dialog } from '../../../ui/dialog.js'
import { EventLink } from './event-link.js'
import { weekday, weeksOf } from './month.js'

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const
/** What fits in a day; the rest opens from it. */
const SHOWN = 3

interface MonthGridProps {
  readonly month: string
  readonly title: string
  readonly today: string
  readonly events: ReadonlyMap<string, readonly CalendarDay[]>
}

interface DayCellProps {
  readonly day: string
  readonly isToday: boolean
  readonly events: readonly CalendarDay[]
  readonly onMore: () => void
}

function DayCell({ day, isToday, events, onMore }: DayCellProps) {
  const { t } = useText()
  const shown = events.length > SHOWN + 1 ? events.slice(0, SHOWN) : events
  const rest = events.length - shown.length
  return (
    <td className={isToday ? 'today' : undefined} aria-current={isToday ? 'date' : undefined}>
      <span className="date number">
        <span aria-hidden="true">{Number(day.slice(8))}</span>
        <span className="hidden-visually">
          {t('calendar.day.label', { date: day, day: t(`calendar.day.${weekday(day)}`) })}
        </span>
        {isToday && <span className="small"> {t('calendar.is-today')}</span>}
      </span>
      {shown.length > 0 && (
        <ul>
          {shown.map((event) => (
            <li key={event.uid}>
              <EventLink event={event} />
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <button type="button" className="button plain more" onClick={onMore}>
          {t('calendar.more', { count: rest })}
        </button>
      )}
    </td>
  )
}

/** A month as a table: a week a row, a day a cell. */
export function MonthGrid({ month, title, today, events }: MonthGridProps) {
  const { t } = useText()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <>
      <div className="month-grid card">
        <table>
          <caption className="hidden-visually">{title}</caption>
          <thead>
            <tr>
              {WEEK.map((day) => (
                <th key={day} scope="col">
                  {t(`calendar.day.${day}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr key={week[0]?.key}>
                {week.map(({ key, day }) =>
                  day === null ? (
                    <td key={key} className="outside" />
                  ) : (
                    <DayCell
                      key={key}
                      day={day}
                      isToday={day === today}
                      events={events.get(day) ?? []}
                      onMore={() => setOpened(day)}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened !== null && (
        <Dialog title={t('calendar.on', { date: opened })} onClose={() => setOpened(null)}>
          <ul className="rows day-events">
            {(events.get(opened) ?? []).map((event) => (
              <li key={event.uid}>
                <EventLink event={event} whole />
              </li>
            ))}
          </ul>
          <div className="actions end">
            <button type="button" className="button" onClick={() => setOpened(null)}>
              {t('calendar.close')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
