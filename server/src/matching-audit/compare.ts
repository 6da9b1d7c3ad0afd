import { createHash } from 'node:crypto'
import {
  compareRankings,
  fittedOf,
  hashOfCases,
  type TestCase,
  usableCases,
} from '@kehui/domain/insights/matching-quality'
import { LEAST_EXAMPLES, type RankingWeights, withLearned } from '@kehui/domain/matching'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { packWeights } from '../matching/weights.js'
import { regionOf } from '../registry/store-region.js'
import { lessonOf } from './learned.js'
import type { RankingComparison, TestSetItem } from './schema.js'
import { type AuditedIntroduction, auditedIntroductions } from './store.js'
import { findTestSet, insertTestSet, listTestSets, type StoredTestSet } from './store-test-sets.js'
import { lockRanking } from './store-weights.js'

/** One need in so many goes into a test set; the others teach. */
const ONE_IN = 3

export async function testSets({ pool }: AppContext): Promise<TestSetItem[]> {
  return (await listTestSets(pool, await regionOf(pool))).map(itemOf)
}

function itemOf({ cases, ...set }: StoredTestSet): TestSetItem {
  return {
    ...set,
    intact: hashOfCases(cases) === set.hash,
    needs: cases.length,
    candidates: cases.reduce((sum, { candidates }) => sum + candidates.length, 0),
  }
}

/** Keeps what is known today of every third need; its hash says later that nothing was changed. */
export async function freezeTestSet(context: AppContext, title: string, actor: Named): Promise<TestSetItem> {
  return inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    await lockRanking(db, region)
    const today = context.today()
    const all = await auditedIntroductions(db, region, { from: null, to: null, today })
    const cases = usableCases(casesOf(all))
    if (cases.length === 0) throw new HttpError('test-set.empty')
    const hash = hashOfCases(cases)
    const given = { title: title.trim(), frozenOn: today, hash, cases, frozenBy: actor.name }
    return itemOf({ ...given, id: await insertTestSet(db, region, given) })
  })
}

function casesOf(all: readonly AuditedIntroduction[]): TestCase[] {
  const byDemand = new Map<string, TestCase['candidates'][number][]>()
  for (const { demand, provider, values, outcome, state } of all) {
    const fitted = fittedOf(outcome, state)
    if (values === null || fitted === null || !isForTest(demand)) continue
    const gain = state === 'signed' ? 2 : fitted ? 1 : 0
    byDemand.set(demand, [...(byDemand.get(demand) ?? []), { provider, values, gain }])
  }
  return [...byDemand].map(([demand, candidates]) => ({ demand, candidates }))
}

/** The same needs whenever it is asked, and no choice of anybody's. */
function isForTest(demand: string): boolean {
  return (createHash('sha256').update(demand).digest()[0] ?? 0) % ONE_IN === 0
}

export function comparedOn(
  { cases }: StoredTestSet,
  before: RankingWeights,
  after: RankingWeights,
): RankingComparison['results'] {
  return compareRankings(cases, before, after)
}

/** The weights in force on a test set, beside those that were learned, or those of the pack. */
export async function rankingComparison(
  context: AppContext,
  id: string,
  other: 'learned' | 'pack',
  lang: Lang,
): Promise<RankingComparison> {
  const { pool } = context
  const region = await regionOf(pool)
  const set = await findTestSet(pool, region, id)
  if (!set) throw new HttpError('test-set.not-found')
  const { weights, learned } = await lessonOf(context, pool, region)
  if (other === 'learned' && learned === null)
    throw new HttpError('ranking.nothing-learned', { least: LEAST_EXAMPLES })
  const after =
    other === 'pack' || learned === null ? await packWeights(context, region) : withLearned(weights, learned)
  const zh = lang === 'zh'
  return {
    testSet: itemOf(set),
    before: inLang(weights.title, lang),
    after: other === 'pack' ? inLang(after.title, lang) : zh ? '学得的权重' : 'Learned weights',
    results: comparedOn(set, weights, after),
  }
}
