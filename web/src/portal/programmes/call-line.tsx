import type { Call } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { deadlineOf } from '../package/deadline.js'

const TONE = { open: 'yes', coming: 'unknown', closed: 'moot', unknown: 'moot' } as const

interface CallLineProps {
  readonly call: Call | null
  /** The day as of which the call is told. */
  readonly on: string
}

/** Whether applications are taken, how many days are left, and in which window. */
export function CallLine({ call, on }: CallLineProps) {
  const { t } = useText()
  if (call === null) return <p className="muted small call-line">{t('entry.no-call')}</p>
  const { key, values, urgent } = deadlineOf(call, on)
  const { status, from, to } = call
  const isCounted = key === 'entry.days-left' || key === 'entry.last-day'
  return (
    <p className="small call-line">
      <span className={`tag ${TONE[status]}`}>{t(`calls.status.${status}`)}</span>
      {isCounted && (
        <b className={urgent ? 'nowrap tone-no' : 'nowrap'}>
          <Icon name="clock" /> {t(key, values)}
        </b>
      )}
      {(from !== null || to !== null) && (
        <span className="number muted">
          {from !== null && to !== null
            ? t('calls.between', { from, to })
            : to === null
              ? t('calls.from', { from: from ?? '' })
              : t('calls.to', { to })}
        </span>
      )}
    </p>
  )
}
