import { createHash } from 'node:crypto'
import { fittedOf } from '@kehui/domain/insights/matching-quality'
import { type Example, type Learned, learnWeights, type RankingWeights } from '@kehui/domain/matching'
import type { AppContext } from '../context.js'
import type { Db } from '../database/pool.js'
import { weightsOf } from '../matching/weights.js'
import { type AuditedIntroduction, auditedIntroductions } from './store.js'
import { listTestSets } from './store-test-sets.js'

export interface Lesson {
  readonly weights: RankingWeights
  /** What it was learned from. */
  readonly from: readonly AuditedIntroduction[]
  readonly learned: Learned | null
  readonly digest: string
}

/** What outcomes say of the weights in force. What a test set asks is not taught. */
export async function lessonOf(context: AppContext, db: Db, region: number): Promise<Lesson> {
  const weights = await weightsOf({ ...context, pool: db }, region)
  const all = await auditedIntroductions(db, region, { from: null, to: null, today: context.today() })
  const tested = new Set(
    (await listTestSets(db, region)).flatMap(({ cases }) => cases.map(({ demand }) => demand)),
  )
  const from = all.filter(
    ({ demand, values, outcome, state }) =>
      values !== null && !tested.has(demand) && fittedOf(outcome, state) !== null,
  )
  const examples = from.map(
    ({ values, outcome, state }): Example => ({
      values: values ?? {},
      fitted: fittedOf(outcome, state) === true,
    }),
  )
  const learned = learnWeights(examples, weights)
  return { weights, from, learned, digest: digestOf(learned) }
}

function digestOf(learned: Learned | null): string {
  return createHash('sha256').update(JSON.stringify(learned)).digest('hex')
}
