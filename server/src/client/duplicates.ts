import type {
  ActOnDuplicate,
  Duplicate,
  DuplicateList,
  DuplicateQuery,
  FoundDuplicates,
} from '../duplicates/schema.js'
import type { InLang, Send } from './request.js'

export type DuplicateFilters = InLang & {
  readonly [K in keyof DuplicateQuery]?: DuplicateQuery[K] | undefined
}

export function duplicateRoutes(send: Send) {
  return {
    duplicates: (filters: DuplicateFilters = {}) =>
      send<DuplicateList>('/duplicates', { query: { ...filters } }),
    findDuplicates: (kind: string) =>
      send<FoundDuplicates>('/duplicates/find', { method: 'POST', body: { kind } }),
    actOnDuplicate: (id: string, body: ActOnDuplicate) =>
      send<Duplicate>(`/duplicates/${encodeURIComponent(id)}/actions`, { method: 'POST', body }),
  }
}
