import { useQuery } from '@tanstack/react-query'
import { useUnread } from '../../portal/notices/use-unread.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { usePreferences } from '../../ui/preferences.js'
import { staffApi } from '../../ui/staff-api.js'

/** How much waits behind a tile, and how much of it is late. */
export interface Waiting {
  readonly count: number
  readonly late: number
}

interface Failed {
  readonly error: unknown
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

export interface Today {
  /** What waits could not be read: a count that is missing is not none. */
  readonly failed: Failed | null
  readonly waiting: Readonly<Record<string, Waiting>>
  /** What is late, each leading to where it is dealt with. */
  readonly objections: Awaited<ReturnType<typeof api.objections>>['items']
  readonly calls: Awaited<ReturnType<typeof staffApi.callNotes>>['items']
}

/** What staff owe today. Each part stands as soon as it is known. */
export function useToday(): Today {
  const { lang } = useText()
  const { role, names } = usePreferences()
  const staff = role !== 'manager'
  const objections = useQuery({
    queryKey: ['objection-list', lang, 'pending'],
    queryFn: () => api.objections({ state: 'pending', lang }),
    enabled: staff,
  })
  const calls = useQuery({
    queryKey: ['call-notes', undefined, true, lang, role],
    queryFn: () => staffApi.callNotes({ owed: true, lang }),
    enabled: staff,
  })
  const drafts = useQuery({
    queryKey: ['publishing', lang],
    queryFn: () => staffApi.publishing({ lang }),
    enabled: role === 'clerk',
  })
  const unread = useUnread()
  const own = names[role]
  // A draft is reviewed by somebody else than those who wrote it; what is signed waits to be published by anyone.
  const toSign = (drafts.data?.drafts ?? []).filter(
    ({ state, authors }) =>
      state === 'signed' || (state === 'review' && (own === undefined || !authors.includes(own))),
  )
  const lateObjections = (objections.data?.items ?? []).filter(({ overdue }) => overdue)
  const lateCalls = (calls.data?.items ?? []).filter(({ overdue }) => overdue)
  const lacking = [objections, calls, drafts].filter(({ isError }) => isError)
  const [first] = lacking
  return {
    failed: first
      ? {
          error: first.error,
          isFetching: lacking.some(({ isFetching }) => isFetching),
          refetch: () => lacking.map(({ refetch }) => refetch()),
        }
      : null,
    waiting: {
      objections: { count: objections.data?.total ?? 0, late: lateObjections.length },
      desk: { count: calls.data?.total ?? 0, late: lateCalls.length },
      publishing: { count: toSign.length, late: 0 },
      notices: { count: unread, late: 0 },
    },
    objections: lateObjections,
    calls: lateCalls,
  }
}
