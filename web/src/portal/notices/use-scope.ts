import { usePreferences } from '../../ui/preferences.js'

/** Whose notices: of the company that was looked at last, or for staff those of all. */
export function useNoticeScope(): { readonly subject: string | undefined; readonly known: boolean } {
  const { role, company } = usePreferences()
  if (role !== 'manager') return { subject: undefined, known: true }
  return { subject: company ?? undefined, known: company !== null }
}
