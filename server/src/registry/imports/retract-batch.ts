import type { LayoutColumn } from '@kehui/domain/registry/facts'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import type { LoadJob } from './load/job.js'
import { retractKeys } from './retract.js'
import type { LoadResult } from './schema.js'
import { setCommitted } from './store-imports.js'

type Committed = {
  readonly kind: Kind
  readonly layout: readonly LayoutColumn[]
  readonly result: LoadResult
}

/** Takes back what a batch that is committed says is to be taken back, and counts it with what was told. */
export async function retractInBatch(
  db: Db,
  { region, no, sourceId, retractions = [] }: Pick<LoadJob, 'region' | 'no' | 'sourceId' | 'retractions'>,
  { kind, layout, result }: Committed,
): Promise<LoadResult> {
  if (retractions.length === 0) return result
  const { retracted, unchanged, problems } = await retractKeys(
    db,
    region,
    { no, sourceId, kind },
    retractions,
  )
  const all: LoadResult = {
    ...result,
    rows: result.rows + retractions.length,
    unchanged: result.unchanged + unchanged,
    refused: result.refused + problems.length,
    retracted,
    problems: [...result.problems, ...problems],
  }
  await setCommitted(db, region, no, { layout, result: all })
  return all
}
