import type { Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { hasCreditCode } from './store-known.js'

export interface Projected {
  readonly id: string
  readonly name: string | null
  readonly code: string | null
  readonly place: string | null
}

/**
 * Writes what follows from the facts. Whoever a person entered keeps the name given then, and a code given then; a code
 * that an import brought goes with it. `entered_code` is empty for one that was entered without.
 */
export async function saveProjected(db: Db, kind: Kind, projected: readonly Projected[]): Promise<void> {
  if (projected.length === 0) return
  const code = hasCreditCode(kind) ? 'credit_code' : 'code'
  const taken = `EXISTS (SELECT FROM subject o WHERE o.region_id = s.region_id AND o.${code} = g.code
    AND o.id <> s.id ${code === 'code' ? 'AND o.kind = s.kind' : ''})`
  await db.query(
    `UPDATE subject s SET
       name = CASE WHEN s.import_no IS NULL THEN s.name ELSE coalesce(g.name, s.name) END,
       place = g.place,
       entered_code = CASE WHEN s.import_no IS NULL AND s.${code} IS NULL AND g.code IS NOT NULL THEN ''
         ELSE s.entered_code END,
       ${code} = CASE
         WHEN s.import_no IS NULL AND s.${code} IS NOT NULL AND s.entered_code IS NULL THEN s.${code}
         WHEN g.code IS NULL THEN NULL
         WHEN ${taken} THEN s.${code}
         ELSE g.code END
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS g (id, name, code, place)
     WHERE s.id = g.id`,
    [
      projected.map((p) => p.id),
      projected.map((p) => p.name),
      projected.map((p) => p.code),
      projected.map((p) => p.place),
    ],
  )
}
