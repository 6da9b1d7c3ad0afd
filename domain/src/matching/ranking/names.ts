import type { Feature } from '../../rules/ranking-weights.js'
import type { Text } from '../../shared/text.js'

export const FEATURE_NAMES: Readonly<Record<Feature, Text>> = {
  text: { zh: '文字接近', en: 'Closeness in words' },
  chain: { zh: '产业链距离', en: 'Distance in the industry chain' },
  discipline: { zh: '领域', en: 'Field' },
  maturity: { zh: '成熟度', en: 'Readiness' },
  place: { zh: '地域', en: 'Place' },
  budget: { zh: '预算', en: 'Budget' },
  record: { zh: '对接记录', en: 'Track record' },
  freshness: { zh: '时效', en: 'Freshness' },
  capacity: { zh: '余力', en: 'Capacity' },
  fairness: { zh: '县区均衡', en: 'Balance of counties' },
}
