import type { Portrait } from '../portrait/schema.js'
import type { InLang, Send } from './request.js'

export function portraitRoutes(send: Send) {
  const at = (id: string) => `/subjects/${encodeURIComponent(id)}`
  return {
    portrait: (id: string, { lang }: InLang = {}) =>
      send<Portrait>(`${at(id)}/portrait`, { query: { lang } }),
    developmentReport: (id: string, file: 'pdf' | 'docx' | 'txt', { lang }: InLang = {}) =>
      send<Blob>(`${at(id)}/report/${file}`, { query: { lang }, wantsFile: true }),
  }
}
