import type { KeptFact } from '@kehui/domain/ingest/indicators'
import type { AppContext } from '../context.js'
import { keptFacts } from '../ingest/store.js'
import { regionOf } from '../registry/store-region.js'
import { indicatorNames } from './store.js'

export interface KeptFigures {
  readonly region: number
  readonly facts: readonly KeptFact[]
  readonly names: ReadonlyMap<string, string>
}

/** Every figure that was not rejected, as people left it, and what people said of its words. */
export async function keptFigures({ pool }: AppContext, checkedOnly = false): Promise<KeptFigures> {
  const region = await regionOf(pool)
  const [stored, names] = await Promise.all([
    keptFacts(pool, region, { checkedOnly }),
    indicatorNames(pool, region),
  ])
  const facts = stored.map(({ report, fileName, n, article, fact, state, correction }) => ({
    ...fact,
    ...(correction ?? {}),
    article,
    id: `${report}/${n}`,
    source: fileName,
    checked: state !== 'read',
  }))
  return { region, facts, names }
}
