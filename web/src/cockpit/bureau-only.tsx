import '../text/area/cockpit.js'
import type { ReactNode } from 'react'
import type { MessageKey } from '../text/messages.js'
import { useText } from '../text/use-text.js'
import { usePageTitle } from '../ui/page-title.js'
import { usePreferences } from '../ui/preferences.js'
import './cockpit.css'

/** Whoever comes here in another role is told whose page it is, instead of being refused piece by piece. */
export function BureauOnly({
  title,
  children,
}: {
  readonly title: MessageKey
  readonly children: ReactNode
}) {
  const { t } = useText()
  const { role } = usePreferences()
  usePageTitle(t(title))
  if (role === 'clerk') return children
  return (
    <div className="page stack cockpit">
      <h1>{t(title)}</h1>
      <p className="notice">{t('cockpit.for-bureau')}</p>
    </div>
  )
}
