import '../../text/area/runs.js'
import type { RegionRun } from '@kehui/server/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { BureauOnly } from '../bureau-only.js'
import { Detail } from './detail.js'
import { Faults } from './faults.js'
import { RunList } from './run-list.js'
import './runs.css'
import { Start } from './start.js'

const route = getRouteApi('/cockpit/runs')
const WHILE_RUNNING_MS = 500
const OTHERWISE_MS = 30_000

/** All programmes for the whole region: runs, what they changed, and what is wrong with stored facts. */
export function RunsPage() {
  return (
    <BureauOnly title="runs.title">
      <Runs />
    </BureauOnly>
  )
}

function Runs() {
  const { t } = useText()
  const { run: chosen } = route.useSearch()
  const found = useQuery({
    queryKey: ['region-runs'],
    queryFn: () => staffApi.regionRuns(),
    refetchInterval: ({ state }) => (isRunning(state.data?.items) ? WHILE_RUNNING_MS : OTHERWISE_MS),
  })
  const items = found.data?.items
  useFresh(items)
  const shown = items?.find(({ id }) => id === chosen) ?? items?.find(({ state }) => state === 'done')
  return (
    <div className="page stack cockpit">
      <h1>{t('runs.title')}</h1>
      <p className="muted">{t('runs.lead')}</p>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {items && (
        <div className="runs-head">
          <Start running={items.find(({ state }) => state === 'running')} />
          <RunList items={items} shown={shown?.id} />
        </div>
      )}
      {shown && shown.state !== 'running' && <Detail key={shown.id} run={shown} />}
      <Faults />
    </div>
  )
}

function isRunning(items: readonly RegionRun[] | undefined): boolean {
  return items?.some(({ state }) => state === 'running') ?? false
}

/** What a run found is read anew once it ended. */
function useFresh(items: readonly RegionRun[] | undefined): void {
  const queries = useQueryClient()
  const running = isRunning(items)
  const before = useRef(running)
  useEffect(() => {
    if (before.current && !running) void queries.invalidateQueries({ queryKey: ['region-faults'] })
    before.current = running
  }, [running, queries])
}
