import type { Entry } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { deadlineOf } from './deadline.js'
import { usePackage } from './package-context.js'

export function DeadlineText({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const { pkg } = usePackage()
  const { key, values, date, urgent } = deadlineOf(entry.call, pkg.on)
  return (
    <span className="deadline small">
      <span className={urgent ? 'tone-no' : undefined}>
        <Icon name="clock" /> {urgent ? <b>{t(key, values)}</b> : t(key, values)}
      </span>{' '}
      {date && <span className="number muted">{date}</span>}
    </span>
  )
}
