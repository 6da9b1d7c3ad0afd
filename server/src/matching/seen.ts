import { judge, type Values, valuesOf } from '@kehui/domain/matching'
import type { AppContext } from '../context.js'
import type { StoredDemand } from '../demands/store.js'
import { chainFrom } from './chain.js'
import { offeredOf, wantedOf } from './offered.js'
import { closenessOf, offersFor, surroundingsOf } from './ranked.js'
import { candidatesOf } from './store-candidates.js'

export interface SeenMatch {
  readonly values: Values
  readonly score: number
  /** By which weights. */
  readonly weights: string
}

/** What the ranking sees in two sides now, to be kept with their introduction; null where it cannot see them. */
export async function seenBetween(
  context: AppContext,
  region: number,
  demand: StoredDemand,
  provider: string,
): Promise<SeenMatch | null> {
  const offer = (await candidatesOf(context.pool, region, [provider])).get(provider)
  if (!offer) return null
  const hits = await offersFor(context, region, demand.redacted, offer.kind)
  const surroundings = await surroundingsOf(context, region, [offer])
  const chainTo = await chainFrom(context, 'seeker', demand.subjectId)
  const match = judge(
    {
      wanted: wantedOf(demand),
      offered: offeredOf(offer),
      closeness: closenessOf(hits.get(provider)),
      chain: chainTo(provider),
    },
    surroundings,
  )
  const { pack, dated, title } = surroundings.weights
  return { values: valuesOf(match), score: match.score, weights: `${pack ?? ''} ${title.zh} ${dated}`.trim() }
}
