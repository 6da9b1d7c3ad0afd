import type {
  SandboxAnswer,
  SandboxAsk,
  SandboxCheck,
  SandboxFileAsk,
  SandboxSettled,
  SandboxStart,
  SandboxWords,
} from '../sandbox/schema.js'
import type { InLang, Send } from './request.js'

export function sandboxRoutes(send: Send) {
  return {
    sandbox: (programme: string, { lang }: InLang = {}) =>
      send<SandboxStart>(`/sandbox/programmes/${encodeURIComponent(programme)}`, { query: { lang } }),
    sandboxWords: (pack: string, { lang }: InLang = {}) =>
      send<SandboxWords>('/sandbox/words', { query: { pack, lang } }),
    tryText: (body: SandboxAsk, { lang }: InLang = {}) =>
      send<SandboxAnswer>('/sandbox/try', { method: 'POST', body, query: { lang } }),
    /** Of programmes that exclude or cap one another. */
    settledText: (body: SandboxAsk, { lang }: InLang = {}) =>
      send<SandboxSettled>('/sandbox/settled', { method: 'POST', body, query: { lang } }),
    checkText: (body: SandboxAsk) => send<SandboxCheck>('/sandbox/check', { method: 'POST', body }),
    sandboxFile: (body: SandboxFileAsk) =>
      send<Blob>('/sandbox/file', { method: 'POST', body, wantsFile: true }),
  }
}
