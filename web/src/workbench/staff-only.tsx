import '../text/area/workbench.js'
import type { ReactNode } from 'react'
import type { MessageKey } from '../text/messages.js'
import { useText } from '../text/use-text.js'
import { usePageTitle } from '../ui/page-title.js'
import { usePreferences } from '../ui/preferences.js'

/** Whoever comes here as a company is told whose page it is, instead of being refused piece by piece. */
export function StaffOnly({ title, children }: { readonly title: MessageKey; readonly children: ReactNode }) {
  const { t } = useText()
  const { role } = usePreferences()
  usePageTitle(t(title))
  if (role !== 'manager') return children
  return (
    <div className="page stack workbench">
      <h1>{t(title)}</h1>
      <p className="notice">{t('workbench.for-staff')}</p>
    </div>
  )
}
