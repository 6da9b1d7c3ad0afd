import type { RegionColumn } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { heldColumns } from '../region-columns/store-columns.js'
import { readTable } from '../region-columns/store-read.js'
import type { Before } from './reasons.js'
import { lastDone, programmesOfRun } from './store-runs.js'

/** What the latest finished run found and read; null where there was none. */
export async function readBefore(
  db: Db,
  region: number,
  wanted: readonly RegionColumn[],
): Promise<Before | null> {
  const run = await lastDone(db, region)
  if (!run) return null
  const programmes = await programmesOfRun(db, region, run.id)
  const ids = new Set(run.columns)
  const stored = (await heldColumns(db, region, wanted)).filter(({ id }) => ids.has(id))
  const rows = await readTable(db, 'region_row_before', region, stored)
  return {
    run,
    versions: new Map(programmes.map(({ programme, version }) => [programme, version])),
    rows,
    held: new Map(rows.fillers.map((filler) => [filler.column.key, filler.finish(rows.rows)])),
    read: new Set(stored.map(({ column }) => column.key)),
  }
}
