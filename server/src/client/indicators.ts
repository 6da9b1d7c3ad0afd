import type {
  ComparisonQuery,
  IndicatorComparison,
  IndicatorOverview,
  NamedIndicators,
  NameIndicator,
  Naming,
  NamingPreview,
} from '../indicators/schema.js'
import type { Send } from './request.js'

export function indicatorRoutes(send: Send) {
  return {
    indicators: (checked?: boolean) => send<IndicatorOverview>('/indicators', { query: { checked } }),
    indicatorFile: (form: 'xlsx' | 'csv', query: { checked?: boolean; q?: string }) =>
      send<Blob>(`/indicators.${form}`, { query, wantsFile: true }),
    compareIndicator: (query: ComparisonQuery) =>
      send<IndicatorComparison>('/indicators/comparison', { query: { ...query } }),
    comparisonFile: (form: 'xlsx' | 'csv', query: ComparisonQuery & { place?: readonly string[] }) =>
      send<Blob>(`/indicators/comparison.${form}`, { query: { ...query }, wantsFile: true }),
    indicatorNames: () => send<NamedIndicators>('/indicators/names'),
    indicatorNamings: () => send<Naming[]>('/indicators/names/history'),
    previewNaming: (body: NameIndicator) =>
      send<NamingPreview>('/indicators/names/preview', { method: 'POST', body }),
    nameIndicator: (body: NameIndicator) => send<NameIndicator>('/indicators/names', { method: 'PUT', body }),
    undoNaming: (id: string) =>
      send<Naming>(`/indicators/names/history/${encodeURIComponent(id)}/undo`, { method: 'POST' }),
  }
}
