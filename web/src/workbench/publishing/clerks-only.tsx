import '../../text/area/publishing.js'
import type { ReactNode } from 'react'
import { useText } from '../../text/use-text.js'
import { setPreferences, usePreferences } from '../../ui/preferences.js'

/** What is not signed is for clerks: others are told so, and the demonstration lets them go on as one. */
export function ClerksOnly({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const { role, names } = usePreferences()
  if (role !== 'clerk') {
    return (
      <div className="card stack">
        <p>{t('publishing.role')}</p>
        <div className="actions">
          <button type="button" className="button primary" onClick={() => setPreferences({ role: 'clerk' })}>
            {t('publishing.role.switch')}
          </button>
        </div>
      </div>
    )
  }
  return (
    <>
      {!names.clerk && <p className="notice warn">{t('publishing.no-name')}</p>}
      {children}
    </>
  )
}
