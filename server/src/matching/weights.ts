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
  const adopted = await adoptedRanking(pool, region)
  return adopted?.weights ?? packWeights({ pool, library }, region)
}

export async function packWeights(
  { pool, library }: { readonly pool: Db; readonly library: AppContext['library'] },
  region: number,
): Promise<RankingWeights> {
  const served = (await packsOfRegions(pool)).find(({ id }) => id === region)
  return library.ranking.get(served?.pack ?? '') ?? USUAL_WEIGHTS
}
