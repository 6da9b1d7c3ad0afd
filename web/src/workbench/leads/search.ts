export const TABS = ['leads', 'excluded', 'compare'] as const
export type LeadTab = (typeof TABS)[number]

/** What of a list is looked at, as its address holds it; its leads where nothing is said. */
export interface LeadSearch {
  readonly tab?: LeadTab | undefined
  readonly q?: string | undefined
  readonly place?: string | undefined
  readonly reason?: string | undefined
  readonly with?: string | undefined
  readonly page?: number | undefined
}

export function readLeadSearch(search: Readonly<Record<string, unknown>>): LeadSearch {
  const tab = TABS.find((one) => one === search.tab)
  const page = Number(search.page)
  const text = (key: 'q' | 'reason' | 'with') => {
    const value = search[key]
    return typeof value === 'string' && value !== '' ? { [key]: value } : {}
  }
  const place = String(search.place ?? '')
  return {
    ...(tab ? { tab } : {}),
    ...text('q'),
    ...(/^\d{6}$/.test(place) ? { place } : {}),
    ...text('reason'),
    ...text('with'),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
