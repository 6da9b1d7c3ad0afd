import type { OutcomeCode } from '@kehui/domain/cases'
import type { Values } from '@kehui/domain/matching'
import { insertDemand } from '../demands/store.js'
import { insertIntroduction, insertIntroductionEvent, saveIntroduction } from '../introductions/store.js'
import { NEED, type Sides } from '../introductions/testing-sides.js'
import { insertMatch } from './store.js'

/** An introduction over a need that ended so, with what the ranking saw in it. */
export async function ended(
  { db, region }: Sides,
  demandId: string,
  providerId: string,
  { outcome, values, score }: { outcome: OutcomeCode; values: Values | null; score: number },
): Promise<void> {
  const { pool } = db
  const id = await insertIntroduction(pool, region, {
    demandId,
    providerId,
    holderId: null,
    reasons: [],
    dueOn: null,
    score,
  })
  if (id === null) throw new Error('These two were introduced before')
  const met = outcome !== 'no-answer'
  const state = outcome === 'contract' ? 'signed' : met ? 'closed' : 'lapsed'
  if (met)
    await insertIntroductionEvent(pool, region, id, {
      action: 'hold',
      party: 'broker',
      byName: '周舟（示例）',
      byRole: 'service-team',
      note: null,
      meetsOn: null,
      outcome: null,
      contract: null,
      amountFen: null,
    })
  const accepted = met ? (['seeker', 'provider'] as const) : []
  await saveIntroduction(pool, region, id, { state, accepted, meetsOn: null, outcome }, null)
  if (values) await insertMatch(pool, region, id, { values, score, weights: '示例' })
}

export async function need({ db, region, seeker }: Sides): Promise<string> {
  return insertDemand(db.pool, region, {
    subjectId: seeker,
    channel: 'web',
    content: NEED,
    redacted: NEED,
    clarity: 80,
  })
}

/** So many needs, over each of which a near side was right and a far one was not, though its words are closer. */
export async function history(sides: Sides, count: number): Promise<void> {
  const [near, far] = [await sides.company('近处示例有限公司'), await sides.company('远处示例有限公司')]
  for (let i = 0; i < count; i += 1) {
    const demand = await need(sides)
    const drift = (i % 5) / 50
    await ended(sides, demand, near, {
      outcome: i % 2 === 0 ? 'contract' : 'price',
      values: { text: 0.3 + drift, place: 1 },
      score: 0.4,
    })
    await ended(sides, demand, far, {
      outcome: i % 7 === 0 ? 'in-talks' : 'field-differs',
      values: { text: 0.45 + drift, place: 0.2 },
      score: 0.6,
    })
  }
}
