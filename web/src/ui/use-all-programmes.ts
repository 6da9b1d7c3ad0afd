import { useQuery } from '@tanstack/react-query'
import { useText } from '../text/use-text.js'
import { api } from './api.js'

/** The library comes in pages; whoever drafts or tries chooses among all of it. */
export function useAllProgrammes() {
  const { lang } = useText()
  return useQuery({
    queryKey: ['programmes', 'all', lang],
    queryFn: async () => {
      const first = await api.programmes({ lang })
      const pages = Math.ceil(first.total / first.pageSize)
      const rest = await Promise.all(
        Array.from({ length: Math.max(0, pages - 1) }, (_, i) => api.programmes({ lang, page: i + 2 })),
      )
      return [first, ...rest].flatMap(({ items }) => items)
    },
  })
}
