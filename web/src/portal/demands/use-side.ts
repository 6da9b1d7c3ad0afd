import { usePreferences } from '../../ui/preferences.js'

/** For whom the reader acts: a manager for the company that was looked at last, staff for the bureau. */
export function useSide(): { readonly as: string | undefined; readonly staff: boolean } {
  const { role, company } = usePreferences()
  const staff = role !== 'manager'
  return { staff, as: staff ? undefined : (company ?? undefined) }
}
