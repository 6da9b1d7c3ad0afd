import type {
  DigestDetail,
  DigestList,
  NewDigest,
  Redraft,
  Redrafted,
  SaveDigest,
} from '../digests/schema.js'
import type { Send } from './request.js'

export function digestRoutes(send: Send) {
  const at = (id: string) => `/digests/${encodeURIComponent(id)}`
  return {
    digests: () => send<DigestList>('/digests'),
    digest: (id: string) => send<DigestDetail>(at(id)),
    draftDigest: (body: NewDigest) => send<DigestDetail>('/digests', { method: 'POST', body }),
    saveDigest: (id: string, body: SaveDigest) => send<DigestDetail>(at(id), { method: 'PUT', body }),
    redraftDigest: (id: string, body: Redraft) =>
      send<Redrafted>(`${at(id)}/redraft`, { method: 'POST', body }),
    digestRevisions: (id: string) => send<DigestDetail[]>(`${at(id)}/revisions`),
    digestFile: (id: string) => send<Blob>(`${at(id)}/file.docx`, { wantsFile: true }),
    deleteDigest: (id: string) => send<{ id: string }>(`${at(id)}/delete`, { method: 'POST' }),
    restoreDigest: (id: string) => send<{ id: string }>(`${at(id)}/restore`, { method: 'POST' }),
  }
}
