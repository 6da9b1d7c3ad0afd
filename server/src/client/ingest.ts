import type {
  DecideFact,
  DraftFile,
  IndicatorTable,
  NameIndicator,
  Report,
  ReportFact,
  ReportItem,
} from '../ingest/schema.js'
import type { Send } from './request.js'

export function ingestRoutes(send: Send) {
  const at = (id: string) => `/reports/${encodeURIComponent(id)}`
  return {
    reports: () => send<ReportItem[]>('/reports'),
    report: (
      id: string,
      { article, fact }: { article?: number | undefined; fact?: number | undefined } = {},
    ) => send<Report>(at(id), { query: { article, fact } }),
    readReport: (file: Blob & { readonly name: string }) =>
      send<ReportItem>('/reports', { method: 'POST', file: { content: file, name: file.name } }),
    decideFact: (id: string, n: number, body: DecideFact) =>
      send<ReportFact>(`${at(id)}/facts/${n}`, { method: 'PUT', body }),
    reportDrafts: (id: string) => send<DraftFile[]>(`${at(id)}/drafts`),
    indicators: (checked?: boolean) => send<IndicatorTable>('/indicators', { query: { checked } }),
    indicatorFile: (form: 'xlsx' | 'csv', query: { checked?: boolean; q?: string }) =>
      send<Blob>(`/indicators.${form}`, { query, wantsFile: true }),
    nameIndicator: (body: NameIndicator) => send<NameIndicator>('/indicators/names', { method: 'PUT', body }),
  }
}
