import type { LayoutColumn } from '@kehui/domain/registry/facts'
import { KINDS } from '@kehui/domain/registry/kinds'
import { inTransaction, type Pool } from '../../database/pool.js'
import { lockRegionForImport } from '../imports/store-imports.js'
import { bumpRevisions } from '../store-revision.js'
import { KIND_BY_ID } from './party-kinds.js'
import { linkImport, partiesOfImport } from './store-links.js'

const FEEDING = KINDS.filter(({ feeds }) => feeds.length > 0)

interface Earlier {
  readonly no: string
  readonly target: string
  readonly layout: readonly LayoutColumn[]
}

/** Links what was imported before its kind told anything of its parties; how many imports that were. */
export async function linkEarlier(pool: Pool, region: number, today: string): Promise<number> {
  const { rows } = await pool.query<Earlier>(
    `SELECT i.no::text, i.target, i.layout FROM resource_import i
     WHERE i.region_id = $1 AND i.target = ANY ($2::text[]) AND i.status = 'committed'
       AND NOT EXISTS (SELECT FROM resource_link l WHERE l.region_id = $1 AND l.import_no = i.no)
     ORDER BY i.no`,
    [region, FEEDING.map(({ id }) => id)],
  )
  const told = rows.filter(({ target, layout }) =>
    KIND_BY_ID.get(target)?.feeds.some(({ party }) => layout.some(({ key }) => key === party)),
  )
  for (const { no, target, layout } of told)
    await inTransaction(pool, async (db) => {
      const kind = KIND_BY_ID.get(target)
      // An import that is taken back meanwhile waits for this, and takes the links with it.
      await lockRegionForImport(db, region)
      const { rows: still } = await db.query(
        `SELECT FROM resource_import i WHERE i.region_id = $1 AND i.no = $2 AND i.status = 'committed'
           AND NOT EXISTS (SELECT FROM resource_link l WHERE l.region_id = $1 AND l.import_no = $2)`,
        [region, no],
      )
      if (!kind || still.length === 0) return
      await linkImport(db, region, { kind, no, layout, today })
      await bumpRevisions(db, await partiesOfImport(db, region, kind, no))
    })
  return told.length
}
