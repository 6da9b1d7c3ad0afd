import type {
  Entitlements,
  FactFaults,
  RegionRun,
  RegionRunDetail,
  RegionRuns,
  RunChanges,
} from '../region-run/schema.js'
import type { Send } from './request.js'

export interface RunChangeFilters {
  readonly programme?: string | undefined
  readonly reason?: string | undefined
  /** Id of the last one shown. */
  readonly after?: string | undefined
}

export interface EntitlementFilters {
  readonly programme: string
  readonly verdict?: 'yes' | 'unknown' | undefined
  /** The last subject shown. */
  readonly after?: string | undefined
}

export function regionRunRoutes(send: Send) {
  const at = (id: string) => `/region-runs/${encodeURIComponent(id)}`
  return {
    regionRuns: () => send<RegionRuns>('/region-runs'),
    startRegionRun: (on?: string) =>
      send<RegionRun>('/region-runs', { method: 'POST', body: on === undefined ? {} : { on } }),
    regionRun: (id: string) => send<RegionRunDetail>(at(id)),
    cancelRegionRun: (id: string) => send<RegionRun>(`${at(id)}/cancel`, { method: 'POST' }),
    runChanges: (id: string, filters: RunChangeFilters = {}) =>
      send<RunChanges>(`${at(id)}/changes`, { query: { ...filters } }),
    regionFaults: (offset = 0) => send<FactFaults>('/region-faults', { query: { offset } }),
    regionFaultsFile: () => send<Blob>('/region-faults.csv', { wantsFile: true }),
    entitlements: (filters: EntitlementFilters) =>
      send<Entitlements>('/entitlements', { query: { ...filters } }),
  }
}
