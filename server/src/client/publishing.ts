import type {
  ActOnDraft,
  CreateDraft,
  DraftDetail,
  DraftReport,
  DraftStep,
  Effect,
  PublishingList,
  SaveDraft,
} from '../publishing/schema.js'
import type { InLang, Send } from './request.js'

export function publishingRoutes(send: Send) {
  const at = (id: string) => `/publishing/drafts/${encodeURIComponent(id)}`
  const effect = (id: string) => `${at(id)}/effect`
  return {
    publishing: ({ lang }: InLang = {}) => send<PublishingList>('/publishing', { query: { lang } }),
    createDraft: (body: CreateDraft) => send<DraftDetail>('/publishing/drafts', { method: 'POST', body }),
    draft: (id: string, { lang }: InLang = {}) => send<DraftDetail>(at(id), { query: { lang } }),
    saveDraft: (id: string, body: SaveDraft) => send<DraftDetail>(at(id), { method: 'PUT', body }),
    checkDraft: (id: string, text: string) =>
      send<DraftReport>(`${at(id)}/check`, { method: 'POST', body: { text } }),
    /** The text as it was after one step of the history. */
    draftText: (id: string, event: number) => send<{ text: string }>(`${at(id)}/events/${event}`),
    stepDraft: (id: string, step: DraftStep, body: ActOnDraft) =>
      send<DraftDetail>(`${at(id)}/${step}`, { method: 'POST', body }),
    startEffect: (id: string) => send<Effect>(effect(id), { method: 'POST' }),
    effect: (id: string, { page }: { readonly page?: number } = {}) =>
      send<Effect>(effect(id), { query: { page } }),
    cancelEffect: (id: string) => send<Effect>(effect(id), { method: 'DELETE' }),
    effectFile: (id: string, format: 'xlsx' | 'csv') =>
      send<Blob>(`${effect(id)}/file`, { query: { format }, wantsFile: true }),
  }
}
