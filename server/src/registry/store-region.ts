import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'

/** The region that this server runs: the one that it was started with last. */
export async function findRegion(db: Db): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>('SELECT id FROM region ORDER BY served_at DESC, id LIMIT 1')
  return rows[0]?.id ?? null
}

/** The region of a pack; null where nothing was ever entered for it. */
export async function findRegionOfPack(db: Db, pack: string): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>('SELECT id FROM region WHERE pack = $1', [pack])
  return rows[0]?.id ?? null
}

/** The pack that a region is of. */
export async function packOf(db: Db, region: number): Promise<string> {
  const { rows } = await db.query<{ pack: string }>('SELECT pack FROM region WHERE id = $1', [region])
  if (!rows[0]) throw new HttpError('region.none')
  return rows[0].pack
}

/** The packs that regions are of. */
export async function packsOfRegions(db: Db): Promise<{ id: number; pack: string }[]> {
  const { rows } = await db.query<{ id: number; pack: string }>('SELECT id, pack FROM region ORDER BY pack')
  return rows
}

export async function regionOf(db: Db): Promise<number> {
  const region = await findRegion(db)
  if (region === null) throw new HttpError('region.none')
  return region
}
