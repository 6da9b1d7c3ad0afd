import { type RankingWeights, USUAL_WEIGHTS } from '@kehui/domain/matching'
import type { AppContext } from '../context.js'
import type { Db } from '../database/pool.js'
import { adoptedRanking } from '../matching-audit/store-weights.js'
import { packsOfRegions } from '../registry/store-region.js'

/** How matches are judged in a region now: by the weights that a person put in force, or as its pack says. */
export async function weightsOf(
  { pool, library }: { readonly pool: Db; readonly library: AppContext['library'] },
  region: number,
): Promise<RankingWeights> {
  const [pack, adopted] = [await packWeights({ pool, library }, region), await adoptedRanking(pool, region)]
  if (adopted === null) return pack
  // What was signed are the weights: regions of cooperation, and features that came later, are as the pack says.
  const { title, dated, cite, features } = adopted.weights
  return { ...pack, title, dated, cite, features: { ...pack.features, ...features } }
}

export async function packWeights(
  { pool, library }: { readonly pool: Db; readonly library: AppContext['library'] },
  region: number,
): Promise<RankingWeights> {
  const served = (await packsOfRegions(pool)).find(({ id }) => id === region)
  return library.ranking.get(served?.pack ?? '') ?? USUAL_WEIGHTS
}
