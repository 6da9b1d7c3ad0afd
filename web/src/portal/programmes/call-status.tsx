import type { Call } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'

const TONE = { open: 'yes', coming: 'unknown', closed: 'moot', unknown: 'moot' } as const

/** Whether applications are taken, and until when. */
export function CallStatus({ call }: { readonly call: Call | null }) {
  const { t } = useText()
  if (call === null) return <span className="muted small">{t('entry.no-call')}</span>
  return (
    <span className="deadline small">
      <span className={`tag ${TONE[call.status]}`}>{t(`calls.status.${call.status}`)}</span>{' '}
      {(call.from !== null || call.to !== null) && (
        <span className="number">
          <Icon name="clock" />{' '}
          {call.from !== null && call.to !== null
            ? t('calls.between', { from: call.from, to: call.to })
            : call.to === null
              ? t('calls.from', { from: call.from ?? '' })
              : t('calls.to', { to: call.to })}
        </span>
      )}
    </span>
  )
}
