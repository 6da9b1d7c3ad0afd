import type {
  AdoptRanking,
  MatchingAudit,
  RankingComparison,
  RankingView,
  TestSetItem,
  TestSetList,
} from '../matching-audit/schema.js'
import type { Send } from './request.js'

export interface AuditDays {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export function matchingAuditRoutes(send: Send) {
  return {
    matchingAudit: (days: AuditDays = {}) => send<MatchingAudit>('/matching/audit', { query: { ...days } }),
    exportMatchingAudit: (form: 'xlsx' | 'csv', days: AuditDays = {}) =>
      send<Blob>(`/matching/audit.${form}`, { query: { ...days }, wantsFile: true }),
    ranking: () => send<RankingView>('/matching/weights'),
    adoptRanking: (body: AdoptRanking) => send<RankingView>('/matching/weights', { method: 'POST', body }),
    takeBackRanking: (id: string, note: string) =>
      send<RankingView>(`/matching/weights/${encodeURIComponent(id)}/take-back`, {
        method: 'POST',
        body: { note },
      }),
    testSets: () => send<TestSetList>('/matching/test-sets'),
    freezeTestSet: (title: string) =>
      send<TestSetItem>('/matching/test-sets', { method: 'POST', body: { title } }),
    compareRankings: (id: string, other: 'learned' | 'pack') =>
      send<RankingComparison>(`/matching/test-sets/${encodeURIComponent(id)}/comparison`, {
        query: { with: other },
      }),
  }
}
