import type { Look, TrackRecord } from '../pair.js'

/** A meeting that led to no contract is worth half of one that did: it was worth an afternoon to both. */
const MET = 0.5

/** What came of earlier introductions, drawn towards what is usual where they are few. */
export const recordValue: Look = ({ offered: { record } }, { weights }) => {
  if (record === null || record.introduced === 0)
    return { value: null, said: { zh: '还没有对接记录', en: 'No introductions so far' } }
  const { introduced, met, signed } = record
  return {
    value: shrunk(record, weights.features.record.prior, weights.recordStrength),
    said: {
      zh: `${introduced} 次对接，${met} 次见面，${signed} 次签约`,
      en: `${introduced} introductions, ${met} meetings, ${signed} contracts`,
    },
  }
}

export function shrunk({ introduced, met, signed }: TrackRecord, usual: number, strength: number): number {
  const good = signed + MET * Math.max(0, met - signed)
  return introduced + strength > 0 ? Math.min(1, (good + usual * strength) / (introduced + strength)) : usual
}
