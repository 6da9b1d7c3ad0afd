import type { RelationList } from '../registry/relations/schema.js'
import type { KindList, ResourceDetail } from '../registry/resources/schema.js'
import type { Send } from './request.js'

export function resourceRoutes(send: Send) {
  return {
    kinds: () => send<KindList>('/kinds'),
    resource: (id: string) => send<ResourceDetail>(`/resources/${encodeURIComponent(id)}`),
    relationsOf: (id: string) => send<RelationList>(`/subjects/${encodeURIComponent(id)}/relations`),
    /** Every resource of a kind, without personal fields. */
    exportKind: (kind: string, form: 'csv' | 'jsonl') =>
      send<Blob>(`/resources.${form}`, { query: { kind }, wantsFile: true }),
  }
}
