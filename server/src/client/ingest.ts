import type { Batch, BatchFile, NewBatch } from '../ingest/batches/schema.js'
import type { DecideFact, DraftFile, Report, ReportFact, ReportItem, SourcedDraft } from '../ingest/schema.js'
import type { InLang, Send } from './request.js'

export function ingestRoutes(send: Send) {
  const at = (id: string) => `/reports/${encodeURIComponent(id)}`
  const batchAt = (id: string) => `/report-batches/${encodeURIComponent(id)}`
  return {
    reports: ({ withdrawn }: { withdrawn?: boolean } = {}) =>
      send<ReportItem[]>('/reports', { query: { withdrawn } }),
    withdrawReport: (id: string) => send<ReportItem>(`${at(id)}/withdraw`, { method: 'POST' }),
    restoreReport: (id: string) => send<ReportItem>(`${at(id)}/restore`, { method: 'POST' }),
    reportBatches: () => send<Batch[]>('/report-batches'),
    beginReportBatch: (body: NewBatch) => send<Batch>('/report-batches', { method: 'POST', body }),
    sendBatchFile: (batch: string, n: number, file: Blob & { readonly name: string }) =>
      send<BatchFile>(`${batchAt(batch)}/files/${n}`, {
        method: 'PUT',
        file: { content: file, name: file.name },
      }),
    actOnBatch: (batch: string, act: 'cancel' | 'close') =>
      send<Batch>(`${batchAt(batch)}/${act}`, { method: 'POST' }),
    actOnBatchFile: (batch: string, n: number, act: 'cancel' | 'again') =>
      send<BatchFile>(`${batchAt(batch)}/files/${n}/${act}`, { method: 'POST' }),
    report: (
      id: string,
      { article, fact }: { article?: number | undefined; fact?: number | undefined } = {},
    ) => send<Report>(at(id), { query: { article, fact } }),
    readReport: (file: Blob & { readonly name: string }) =>
      send<ReportItem>('/reports', { method: 'POST', file: { content: file, name: file.name } }),
    decideFact: (id: string, n: number, body: DecideFact) =>
      send<ReportFact>(`${at(id)}/facts/${n}`, { method: 'PUT', body }),
    reportDrafts: (id: string, article: number) =>
      send<DraftFile[]>(`${at(id)}/drafts`, { query: { article } }),
    reportDraft: (id: string, start: number, { lang }: InLang = {}) =>
      send<SourcedDraft>(`${at(id)}/drafts/${start}`, { query: { lang } }),
  }
}
