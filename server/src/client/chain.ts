import type {
  ChainDetail,
  ChainFound,
  ChainOverview,
  ChainPicture,
  ChainTable,
} from '../registry/chain/schema.js'
import type { NewRelationBody, RelationList, RelationTypeList } from '../registry/relations/schema.js'
import type { InLang, Send } from './request.js'

export interface StagesAsk {
  readonly depth?: number | undefined
  /** Keys of blocks to drill into; `all` for every one. */
  readonly open?: readonly string[] | undefined
}

export interface ChainTableAsk {
  readonly depth?: number | undefined
  readonly rows?: 'all' | 'gaps' | undefined
  readonly stage?: string | undefined
  readonly page?: number | undefined
}

export function chainRoutes(send: Send) {
  const at = (id: string) => `/chain/${encodeURIComponent(id)}`
  return {
    chains: ({ lang }: InLang = {}) => send<ChainOverview>('/chain', { query: { lang } }),
    findInChains: (q: string, kind?: 'product' | 'industry' | 'enterprise') =>
      send<ChainFound>('/chain/find', { query: { q, kind } }),
    chainLink: (id: string) => send<ChainDetail>(at(id)),
    chainStages: (id: string, ask: StagesAsk = {}) =>
      send<ChainPicture>(`${at(id)}/stages`, { query: { ...ask } }),
    chainTable: (id: string, ask: ChainTableAsk = {}) =>
      send<ChainTable>(`${at(id)}/table`, { query: { ...ask } }),
    chainTableFile: (id: string, ask: Omit<ChainTableAsk, 'page'> = {}) =>
      send<Blob>(`${at(id)}/table.xlsx`, { query: { ...ask }, wantsFile: true }),
    relationTypes: ({ lang }: InLang = {}) => send<RelationTypeList>('/relation-types', { query: { lang } }),
    relationsOf: (subject: string, { lang }: InLang = {}) =>
      send<RelationList>(`/subjects/${encodeURIComponent(subject)}/relations`, { query: { lang } }),
    addRelation: (body: NewRelationBody) => send<RelationList>('/relations', { method: 'POST', body }),
    removeRelation: (id: string) =>
      send<{ retracted: number }>(`/relations/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  }
}
