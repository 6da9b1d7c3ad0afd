import type {
  ActOnObjection,
  ObjectionDetail,
  ObjectionItem,
  ObjectionList,
  RaiseObjection,
} from '../objections/schema.js'
import type { InLang, Send } from './request.js'

export interface ObjectionFilters extends InLang {
  readonly state?: string | undefined
  readonly programme?: string | undefined
  readonly q?: string | undefined
  readonly page?: number | undefined
}

export function objectionRoutes(send: Send) {
  const at = (id: string) => `/objections/${encodeURIComponent(id)}`
  return {
    raiseObjection: (subject: string, body: RaiseObjection) =>
      send<ObjectionDetail>(`/subjects/${encodeURIComponent(subject)}/objections`, { method: 'POST', body }),
    objectionsOf: (subject: string, { lang }: InLang = {}) =>
      send<ObjectionItem[]>(`/subjects/${encodeURIComponent(subject)}/objections`, { query: { lang } }),
    objections: (filters: ObjectionFilters = {}) =>
      send<ObjectionList>('/objections', { query: { ...filters } }),
    objection: (id: string, { lang }: InLang = {}) => send<ObjectionDetail>(at(id), { query: { lang } }),
    actOnObjection: (id: string, body: ActOnObjection) =>
      send<ObjectionDetail>(`${at(id)}/actions`, { method: 'POST', body }),
  }
}
