import type { MatrixRow } from '@kehui/server/client'
import {
  keepPreviousData,
  queryOptions,
  usePrefetchQuery,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { useText } from '../../text/use-text.js'
import { staffApi } from '../../ui/staff-api.js'
import { filtersOf, sortOf } from './asked-for.js'

const route = getRouteApi('/workbench/matrix')
const PENDING_MS = 1_500
export const WINDOW = 50

function useWindowQuery() {
  const { lang } = useText()
  const search = route.useSearch()
  const [filters, sort] = [filtersOf(search), sortOf(search)]
  return (window: number) =>
    queryOptions({
      queryKey: ['matrix-rows', lang, filters, sort, window],
      queryFn: () => staffApi.matrixRows({ ...filters, sort, offset: window * WINDOW, limit: WINDOW, lang }),
      staleTime: 60_000,
    })
}

/** The first rows are asked for at once, not only when it is known how many there are. */
export function useFirstRows(): void {
  usePrefetchQuery(useWindowQuery()(0))
}

/** Programmes and counts; asked for again as long as results are being computed anew. */
export function useHead() {
  const { lang } = useText()
  const filters = filtersOf(route.useSearch())
  const queries = useQueryClient()
  const head = useQuery({
    queryKey: ['matrix', lang, filters],
    queryFn: () => staffApi.matrix({ ...filters, lang }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pending ?? 0) > 0 ? PENDING_MS : false),
  })
  const pending = head.data?.pending
  const before = useRef(pending)
  useEffect(() => {
    // The rows were shown in the order of what was known before.
    if (pending === 0 && (before.current ?? 0) > 0) queries.invalidateQueries({ queryKey: ['matrix-rows'] })
    before.current = pending
  }, [pending, queries])
  return head
}

export interface Span {
  readonly first: number
  readonly last: number
}

const SETTLE_MS = 90

/** Tells a span once it has rested for a moment: what is scrolled past is not asked for. */
export function useRestedSpan({ first, last }: Span, rested: (span: Span) => void): void {
  useEffect(() => {
    const timer = setTimeout(() => rested({ first, last }), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [first, last, rested])
}

/** The rows of a span by their place in the list; undefined where they are still on the way. */
export function useRows({ first, last }: Span): (index: number) => MatrixRow | undefined {
  const query = useWindowQuery()
  const windows = Array.from(
    { length: Math.floor(last / WINDOW) - Math.floor(first / WINDOW) + 1 },
    (_, i) => Math.floor(first / WINDOW) + i,
  )
  const found = useQueries({
    queries: windows.map(query),
    combine: (results) => results.map(({ data }) => data),
  })
  return useMemo(() => {
    const rows = new Map<number, MatrixRow>()
    for (const data of found)
      for (const [i, row] of data?.items.entries() ?? []) rows.set((data?.offset ?? 0) + i, row)
    return (index: number) => rows.get(index)
  }, [found])
}
