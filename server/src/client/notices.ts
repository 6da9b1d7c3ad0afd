import type {
  ChangeFollow,
  Follow,
  FollowList,
  Marked,
  MarkRead,
  NewFollow,
  NoticeKind,
  NoticeList,
  Unfollowed,
} from '../notices/schema.js'
import type { InLang, Send } from './request.js'

export interface NoticeFilters extends InLang {
  readonly subject?: string | undefined
  readonly unread?: boolean | undefined
  readonly kind?: NoticeKind | undefined
  readonly page?: number | undefined
}

export function noticeRoutes(send: Send) {
  const at = (id: string) => `/follows/${encodeURIComponent(id)}`
  const ending = (token: string) => `/unfollow/${encodeURIComponent(token)}`
  return {
    follow: (subject: string, body: NewFollow) =>
      send<Follow>(`/subjects/${encodeURIComponent(subject)}/follows`, { method: 'POST', body }),
    follows: (filters: InLang & { readonly subject?: string | undefined } = {}) =>
      send<FollowList>('/follows', { query: { ...filters } }),
    changeFollow: (id: string, body: ChangeFollow) => send<Follow>(at(id), { method: 'PATCH', body }),
    unfollow: (id: string) => send<Follow>(at(id), { method: 'DELETE' }),
    unfollowLink: (token: string, { lang }: InLang = {}) =>
      send<Unfollowed>(ending(token), { query: { lang } }),
    endByLink: (token: string) => send<Unfollowed>(ending(token), { method: 'POST' }),
    notices: (filters: NoticeFilters = {}) => send<NoticeList>('/notices', { query: { ...filters } }),
    markNotices: (body: MarkRead) => send<Marked>('/notices/read', { method: 'POST', body }),
  }
}
