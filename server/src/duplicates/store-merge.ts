import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { partiesOfResources } from '../registry/linked/store-links.js'
import { nextRelationRevision } from '../registry/relations/store.js'
import { bumpRevisions } from '../registry/store-revision.js'

/** Columns of a resource that a merge changes. */
interface Columns {
  readonly audience: string | null
  readonly place: string | null
  readonly credit_code: string | null
  readonly code: string | null
  readonly merged_into: string | null
}

interface Before {
  readonly kept: Columns
  readonly keptAfter: Columns
  readonly merged: Columns
}

/** Tables whose rows go over to the resource that is kept, and the column that says whose they are. */
const BY_ID = [
  ['observation', 'subject_id'],
  ['record_row', 'subject_id'],
  ['award', 'subject_id'],
  ['resource_link', 'subject_id'],
] as const

interface Moved {
  readonly rows: Readonly<Partial<Record<(typeof BY_ID)[number][0], readonly string[]>>>
  /** Imported rows by import and row. */
  readonly imported: readonly { readonly no: string; readonly row: number }[]
  readonly relationsFrom: readonly string[]
  readonly relationsTo: readonly string[]
  /** Resources that the merged one owned, and those that were merged into it before. */
  readonly owned: readonly string[]
  readonly earlier: readonly string[]
}

const COLUMNS = 'audience, place, credit_code, code, merged_into'

/** Moves all that is known of one resource to another; run it in a transaction. */
export async function mergeSubjects(
  db: Db,
  region: number,
  { pair, kept, merged }: { pair: string; kept: string; merged: string },
): Promise<void> {
  const [keptBefore, mergedBefore] = await lockedColumns(db, region, [kept, merged])
  if (keptBefore.merged_into !== null || mergedBefore.merged_into !== null)
    throw new HttpError('duplicates.merged-already')
  const moved = await moveRows(db, region, merged, kept)
  const keptAfter: Columns = {
    ...keptBefore,
    place: keptBefore.place ?? mergedBefore.place,
    credit_code: keptBefore.credit_code ?? mergedBefore.credit_code,
    code: keptBefore.code ?? mergedBefore.code,
  }
  // First the codes are free, then they are taken: a code belongs to one at a time.
  await saveColumns(db, region, merged, {
    audience: null,
    place: mergedBefore.place,
    credit_code: null,
    code: null,
    merged_into: kept,
  })
  await saveColumns(db, region, kept, keptAfter)
  const before: Before = { kept: keptBefore, keptAfter, merged: mergedBefore }
  await db.query(
    `INSERT INTO resource_merge (region_id, pair_id, kept_id, merged_id, before, moved)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [region, pair, kept, merged, before, moved],
  )
  await bumpRevisions(db, [kept, merged, ...(await partiesOfResources(db, region, [kept, merged]))])
}

/** Moves back exactly what the merge moved; what was written since stays with the one that was kept. */
export async function undoMerge(db: Db, region: number, pair: string): Promise<void> {
  const { rows } = await db.query<{ id: string; kept: string; merged: string; before: Before; moved: Moved }>(
    `SELECT id, kept_id AS kept, merged_id AS merged, before, moved FROM resource_merge
     WHERE region_id = $1 AND pair_id = $2 AND undone_at IS NULL FOR UPDATE`,
    [region, pair],
  )
  const [merge] = rows
  if (!merge) throw new HttpError('duplicates.state')
  const { kept, merged, before, moved } = merge
  const [keptNow, mergedNow] = await lockedColumns(db, region, [kept, merged])
  if (mergedNow.merged_into !== kept || keptNow.merged_into !== null)
    throw new HttpError('duplicates.later-merge')
  await moveBack(db, region, merged, moved)
  await saveColumns(db, region, kept, {
    audience: keptNow.audience,
    merged_into: null,
    place: backTo(keptNow.place, before.keptAfter.place, before.kept.place),
    credit_code: backTo(keptNow.credit_code, before.keptAfter.credit_code, before.kept.credit_code),
    code: backTo(keptNow.code, before.keptAfter.code, before.kept.code),
  })
  await saveColumns(db, region, merged, before.merged)
  await db.query('UPDATE resource_merge SET undone_at = now() WHERE region_id = $1 AND id = $2', [
    region,
    merge.id,
  ])
  await bumpRevisions(db, [kept, merged, ...(await partiesOfResources(db, region, [kept, merged]))])
}

/** What somebody wrote after the merge is not taken from them. */
function backTo(now: string | null, after: string | null, before: string | null): string | null {
  return now === after ? before : now
}

async function lockedColumns(
  db: Db,
  region: number,
  ids: readonly [string, string],
): Promise<[Columns, Columns]> {
  const { rows } = await db.query<Columns & { id: string }>(
    `SELECT id, ${COLUMNS} FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    [region, ids],
  )
  const [first, second] = ids.map((id) => rows.find((row) => row.id === id))
  if (!first || !second) throw new HttpError('duplicates.gone')
  const only = ({ id: _id, ...columns }: Columns & { id: string }): Columns => columns
  return [only(first), only(second)]
}

async function saveColumns(db: Db, region: number, id: string, columns: Columns): Promise<void> {
  await db.query(
    `UPDATE subject SET audience = $3, place = $4, credit_code = $5, code = $6, merged_into = $7
     WHERE region_id = $1 AND id = $2`,
    [region, id, columns.audience, columns.place, columns.credit_code, columns.code, columns.merged_into],
  )
}

async function moveRows(db: Db, region: number, from: string, to: string): Promise<Moved> {
  const ids = async (text: string, values: readonly unknown[]): Promise<string[]> =>
    (await db.query<{ id: string }>(text, [...values])).rows.map(({ id }) => id)
  const rows: Record<(typeof BY_ID)[number][0], string[]> = {
    observation: [],
    record_row: [],
    award: [],
    resource_link: [],
  }
  for (const [table, column] of BY_ID)
    rows[table] = await ids(
      `UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 RETURNING id::text AS id`,
      [from, to],
    )
  const imported = await db.query<{ no: string; row: number }>(
    `UPDATE imported_row SET subject_id = $3 WHERE region_id = $1 AND subject_id = $2
     RETURNING import_no::text AS no, row`,
    [region, from, to],
  )
  const revision = await nextRelationRevision(db, region)
  // A relation between the two would be one of a resource to itself: it stays where it is.
  const relations = (mine: 'from_id' | 'to_id', other: 'from_id' | 'to_id') =>
    ids(
      `UPDATE relation SET ${mine} = $3, revision = $4 WHERE region_id = $1 AND ${mine} = $2 AND ${other} <> $3
       RETURNING id`,
      [region, from, to, revision],
    )
  return {
    rows,
    imported: imported.rows,
    relationsFrom: await relations('from_id', 'to_id'),
    relationsTo: await relations('to_id', 'from_id'),
    owned: await ids('UPDATE subject SET owner_id = $3 WHERE region_id = $1 AND owner_id = $2 RETURNING id', [
      region,
      from,
      to,
    ]),
    earlier: await ids(
      'UPDATE subject SET merged_into = $3 WHERE region_id = $1 AND merged_into = $2 RETURNING id',
      [region, from, to],
    ),
  }
}

async function moveBack(db: Db, region: number, to: string, moved: Moved): Promise<void> {
  for (const [table, column] of BY_ID)
    await db.query(`UPDATE ${table} SET ${column} = $1 WHERE id = ANY ($2::bigint[])`, [
      to,
      moved.rows[table] ?? [],
    ])
  await db.query(
    `UPDATE imported_row SET subject_id = $2 FROM unnest($3::bigint[], $4::int[]) AS moved (no, nth)
     WHERE region_id = $1 AND import_no = moved.no AND imported_row.row = moved.nth`,
    [region, to, moved.imported.map(({ no }) => no), moved.imported.map(({ row }) => row)],
  )
  const revision = await nextRelationRevision(db, region)
  for (const [column, ids] of [
    ['from_id', moved.relationsFrom],
    ['to_id', moved.relationsTo],
  ] as const)
    await db.query(
      `UPDATE relation SET ${column} = $2, revision = $4 WHERE region_id = $1 AND id = ANY ($3::uuid[])`,
      [region, to, ids, revision],
    )
  for (const [column, ids] of [
    ['owner_id', moved.owned],
    ['merged_into', moved.earlier],
  ] as const)
    await db.query(`UPDATE subject SET ${column} = $2 WHERE region_id = $1 AND id = ANY ($3::uuid[])`, [
      region,
      to,
      ids,
    ])
}
