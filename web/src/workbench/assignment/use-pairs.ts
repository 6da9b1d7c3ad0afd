import type { PairRow, RoundView } from '@kehui/server/client'
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { staffApi } from '../../ui/staff-api.js'

const route = getRouteApi('/workbench/assignment/$round')
const WINDOW = 100

function useWindow({ id, run }: RoundView) {
  const { q, county, only, sort, down } = route.useSearch()
  const asked = { q, county, only, sort, down }
  return (window: number) =>
    queryOptions({
      queryKey: ['assignment-rows', 'pairs', id, run, asked, window],
      queryFn: () => staffApi.assignmentPairs(id, { ...asked, offset: window * WINDOW, limit: WINDOW }),
    })
}

/** How many pairs there are under the filters; those before stay while others are on the way. */
export function useTotal(round: RoundView) {
  return useQuery({ ...useWindow(round)(0), placeholderData: keepPreviousData })
}

/** The pairs of a span by their place; undefined where they are still on the way. */
export function usePairs(
  round: RoundView,
  first: number,
  last: number,
): (index: number) => PairRow | undefined {
  const window = useWindow(round)
  const from = Math.floor(first / WINDOW)
  const windows = Array.from({ length: Math.floor(last / WINDOW) - from + 1 }, (_, i) => from + i)
  const found = useQueries({
    queries: windows.map(window),
    combine: (results) => results.map(({ data }) => data),
  })
  return useMemo(() => {
    const rows = new Map<number, PairRow>()
    for (const [i, data] of found.entries())
      for (const [j, row] of data?.items.entries() ?? []) rows.set((from + i) * WINDOW + j, row)
    return (index: number) => rows.get(index)
  }, [found, from])
}
