import type {
  ActOnDemand,
  DemandClarity,
  DemandContent,
  DemandDetail,
  DemandList,
  DemandQuery,
  DemandView,
  NewDemand,
  SaveDemand,
} from '../demands/schema.js'
import type { Send } from './request.js'

export type DemandFilters = { readonly [K in keyof DemandQuery]?: DemandQuery[K] | undefined }

/** `as`: the company for which somebody acts. */
export function demandRoutes(send: Send) {
  const at = (id: string) => `/demands/${encodeURIComponent(id)}`
  return {
    createDemand: (subject: string, body: NewDemand) =>
      send<DemandDetail>(`/subjects/${encodeURIComponent(subject)}/demands`, { method: 'POST', body }),
    demands: (query: DemandFilters = {}) => send<DemandList>('/demands', { query: { ...query } }),
    demand: (id: string, as?: string) => send<DemandDetail>(at(id), { query: { as } }),
    previewDemand: (content: DemandContent, names: string[] = []) =>
      send<{ quality: DemandClarity; redacted: DemandContent }>('/demands/preview', {
        method: 'POST',
        body: { content, names },
      }),
    saveDemand: (id: string, body: SaveDemand, as?: string) =>
      send<{ revision: number; clarity: number }>(at(id), { method: 'PUT', body, query: { as } }),
    actOnDemand: (id: string, body: ActOnDemand, as?: string) =>
      send<DemandDetail>(`${at(id)}/actions`, { method: 'POST', body, query: { as } }),
    demandViews: (id: string, as?: string) => send<DemandView[]>(`${at(id)}/views`, { query: { as } }),
  }
}
