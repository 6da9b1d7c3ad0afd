import { type RankingWeights, USUAL_WEIGHTS } from '@kehui/domain/matching'
import type { AppContext } from '../context.js'
import { packsOfRegions } from '../registry/store-region.js'

/** How matches are judged in a region now. */
export async function weightsOf(
  { pool, library }: Pick<AppContext, 'pool' | 'library'>,
  region: number,
): Promise<RankingWeights> {
  const served = (await packsOfRegions(pool)).find(({ id }) => id === region)
  return library.ranking.get(served?.pack ?? '') ?? USUAL_WEIGHTS
}
