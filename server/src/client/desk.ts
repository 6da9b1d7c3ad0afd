import type { CallNote, CallNoteList, NewCallNote } from '../desk/schema.js'
import type { InLang, Send } from './request.js'

export interface CallNoteFilters extends InLang {
  readonly owed?: boolean | undefined
  readonly subject?: string | undefined
  readonly q?: string | undefined
  readonly page?: number | undefined
}

export function deskRoutes(send: Send) {
  return {
    noteCall: (subject: string, body: NewCallNote) =>
      send<CallNote>(`/subjects/${encodeURIComponent(subject)}/calls`, { method: 'POST', body }),
    callNotes: (filters: CallNoteFilters = {}) => send<CallNoteList>('/calls', { query: { ...filters } }),
    setCallDone: (id: string, done: boolean) =>
      send<CallNote>(`/calls/${encodeURIComponent(id)}/done`, { method: 'PUT', body: { done } }),
  }
}
