import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useText } from '../text/use-text.js'
import { api } from '../ui/api.js'
import { ROLES, setPreferences, usePreferences } from '../ui/preferences.js'
import { ActingName } from './acting-name.js'

/** There are no accounts yet: in the demonstration, who acts is a visible switch. */
export function RoleStrip() {
  const { t } = useText()
  const { role } = usePreferences()
  const queries = useQueryClient()
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => api.health(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const choose = (value: string) => {
    const chosen = ROLES.find((name) => name === value)
    if (chosen === undefined) return
    setPreferences({ role: chosen })
    queries.invalidateQueries()
  }
  return (
    <aside className="strip" aria-label={t('role.strip')}>
      <div className="page">
        <span>{health.data?.demo ? t('demo.strip') : t('app.tagline')}</span>
        <span className="actor">
          <label>
            <span className="role-name">{t('role.label')}</span>
            <select value={role} onChange={(event) => choose(event.target.value)}>
              {ROLES.map((name) => (
                <option key={name} value={name}>
                  {t(`role.${name}`)}
                </option>
              ))}
            </select>
          </label>
          {health.data && <ActingName demo={health.data.demo} />}
        </span>
      </div>
    </aside>
  )
}
