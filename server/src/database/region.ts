import type { PackInfo } from '@kehui/domain/rules'
import type { Db } from './pool.js'

/** The id of the region that a pack describes, entered on first use; it is the one that is served from now on. */
export async function ensureRegion(db: Db, pack: PackInfo): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `INSERT INTO region (pack, title_zh, title_en, sample) VALUES ($1, $2, $3, $4)
     ON CONFLICT (pack) DO UPDATE SET title_zh = $2, title_en = $3, sample = $4, served_at = clock_timestamp()
     RETURNING id`,
    [pack.id, pack.title.zh, pack.title.en, pack.sample],
  )
  const [row] = rows
  if (row === undefined) throw new Error('an upsert returns its row')
  return row.id
}
