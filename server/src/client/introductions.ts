import type {
  ActOnIntroduction,
  CapacityView,
  IntroductionDetail,
  IntroductionList,
  IntroductionQuery,
  ProposeIntroduction,
} from '../introductions/schema.js'
import type { Send } from './request.js'

export type IntroductionFilters = {
  readonly [K in keyof IntroductionQuery]?: IntroductionQuery[K] | undefined
}

/** `as`: the side for which somebody acts. */
export function introductionRoutes(send: Send) {
  const at = (id: string) => `/introductions/${encodeURIComponent(id)}`
  const capacityOf = (subject: string) => `/subjects/${encodeURIComponent(subject)}/introduction-capacity`
  return {
    proposeIntroduction: (demand: string, body: ProposeIntroduction, as?: string) =>
      send<IntroductionDetail>(`/demands/${encodeURIComponent(demand)}/introductions`, {
        method: 'POST',
        body,
        query: { as },
      }),
    introductions: (query: IntroductionFilters = {}) =>
      send<IntroductionList>('/introductions', { query: { ...query } }),
    introduction: (id: string, as?: string) => send<IntroductionDetail>(at(id), { query: { as } }),
    actOnIntroduction: (id: string, body: ActOnIntroduction, as?: string) =>
      send<IntroductionDetail>(`${at(id)}/actions`, { method: 'POST', body, query: { as } }),
    introductionCapacity: (subject: string) => send<CapacityView>(capacityOf(subject)),
    setIntroductionCapacity: (subject: string, capacity: number | null) =>
      send<CapacityView>(capacityOf(subject), { method: 'PUT', body: { capacity } }),
  }
}
