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
import type { DemandImports, DemandTable, DemandUndo } from '../demands/table/schema.js'
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

/** Needs of many companies in one table. */
export function demandTableRoutes(send: Send) {
  const upload = (path: string, file: Blob & { readonly name: string }, query = {}) =>
    send<DemandTable>(path, { method: 'POST', file: { content: file, name: file.name }, query })
  return {
    demandTemplate: () => send<Blob>('/demand-imports/template.xlsx', { wantsFile: true }),
    demandImports: () => send<DemandImports>('/demand-imports'),
    previewDemandTable: (file: Blob & { readonly name: string }) => upload('/demand-imports/preview', file),
    enterDemandTable: (file: Blob & { readonly name: string }, publish: boolean) =>
      upload('/demand-imports', file, { publish }),
    undoDemandTable: (id: string) =>
      send<DemandUndo>(`/demand-imports/${encodeURIComponent(id)}/undo`, { method: 'POST' }),
  }
}
