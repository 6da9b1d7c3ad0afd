import {
  FEATURE_NAMES,
  FEATURES,
  type Feature,
  LEAST_EXAMPLES,
  type RankingWeights,
  withLearned,
} from '@kehui/domain/matching'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { outcomesIn } from './audit.js'
import { comparedOn } from './compare.js'
import { lessonOf } from './learned.js'
import type { AdoptRanking, RankingView } from './schema.js'
import { findTestSet, listTestSets } from './store-test-sets.js'
import { insertRanking, lockRanking, rankingHistory, takeBackRanking } from './store-weights.js'

/** The weights in force, what outcomes say of them, and what was in force before. */
export async function rankingView(context: AppContext, lang: Lang): Promise<RankingView> {
  const { pool } = context
  const region = await regionOf(pool)
  const { weights, from, learned, digest } = await lessonOf(context, pool, region)
  const history = await rankingHistory(pool, region)
  const current = history.find(({ takenBackAt }) => takenBackAt === null)
  return {
    inForce: {
      title: inLang(weights.title, lang),
      dated: weights.dated,
      cite: [weights.cite.document, weights.cite.article].filter(Boolean).join(' ') || null,
      version: current?.id ?? null,
      weights: weightRows(weights, lang),
    },
    examples: from.length,
    least: LEAST_EXAMPLES,
    learned: learned && {
      digest,
      examples: learned.examples,
      fitted: learned.fitted,
      rows: learned.rows.map((row) => ({ ...row, label: featureName(row.feature, lang) })),
      loss: learned.loss,
      outcomes: outcomesIn(from, lang),
    },
    history: history.map(({ weights: _weights, signedAt, takenBackAt, ...one }) => ({
      ...one,
      inForce: one.id === current?.id,
      signedAt: signedAt.toISOString(),
      takenBackAt: takenBackAt?.toISOString() ?? null,
    })),
  }
}

const INTERCEPT_NOTE = {
  zh: '学得的截距只供核对，启用时不改：对接过的是挑选出来的',
  en: 'The learned one is shown alone and stays as it is: who was introduced was chosen',
}

function weightRows({ intercept, features }: RankingWeights, lang: Lang) {
  const first = { feature: 'intercept', label: featureName('intercept', lang), weight: intercept }
  return [
    { ...first, prior: null, note: inLang(INTERCEPT_NOTE, lang) },
    ...FEATURES.map((feature) => {
      const { weight, prior, note } = features[feature]
      return { feature, label: featureName(feature, lang), weight, prior, note: note && inLang(note, lang) }
    }),
  ]
}

export function featureName(feature: Feature | 'intercept', lang: Lang): string {
  return inLang(feature === 'intercept' ? { zh: '截距', en: 'Intercept' } : FEATURE_NAMES[feature], lang)
}

/** Puts in force what was learned, under the name of who does so. */
export async function adoptRanking(context: AppContext, given: AdoptRanking, actor: Named): Promise<void> {
  await inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    await lockRanking(db, region)
    const { weights, learned, digest } = await lessonOf(context, db, region)
    if (learned === null) throw new HttpError('ranking.nothing-learned', { least: LEAST_EXAMPLES })
    if (digest !== given.digest) throw new HttpError('ranking.changed')
    if (given.testSet === null && (await listTestSets(db, region)).length > 0)
      throw new HttpError('ranking.test-first')
    const set = given.testSet === null ? null : await findTestSet(db, region, given.testSet)
    if (given.testSet !== null && set === null) throw new HttpError('test-set.not-found')
    const after: RankingWeights = {
      ...withLearned(weights, learned),
      title: { zh: '由对接结果学得的权重', en: 'Weights learned from outcomes' },
      dated: context.today(),
      cite: { document: null, article: `${actor.name} ${context.today()}`, url: null, verified: null },
    }
    await insertRanking(db, region, {
      weights: after,
      basis: {
        examples: learned.examples,
        fitted: learned.fitted,
        rows: [...learned.rows],
        loss: learned.loss,
        test: set && {
          id: set.id,
          title: set.title,
          hash: set.hash,
          needs: set.cases.length,
          results: comparedOn(set, weights, after),
        },
      },
      note: given.note.trim(),
      signedBy: actor.name,
      role: actor.role,
    })
  })
}

/** The version before stands again, or the pack. */
export async function takeBack(
  { pool }: AppContext,
  id: string,
  { note }: { readonly note: string },
  actor: Named,
): Promise<void> {
  const done = await takeBackRanking(pool, await regionOf(pool), id, { by: actor.name, note: note.trim() })
  if (done === null) throw new HttpError('ranking.not-found')
  if (!done) throw new HttpError('ranking.taken-back')
}
