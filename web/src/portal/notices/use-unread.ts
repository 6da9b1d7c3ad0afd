import { useQuery } from '@tanstack/react-query'
import { api } from '../../ui/api.js'
import { useNoticeScope } from './use-scope.js'

const FRESH_FOR_MS = 60_000

/** How many notices wait to be read; 0 while it is not known. */
export function useUnread(): number {
  const { subject, known } = useNoticeScope()
  const { data } = useQuery({
    queryKey: ['notices', subject, 'unread'],
    queryFn: () => api.notices({ subject, unread: true }),
    enabled: known,
    staleTime: FRESH_FOR_MS,
    retry: false,
  })
  return data?.unread ?? 0
}
