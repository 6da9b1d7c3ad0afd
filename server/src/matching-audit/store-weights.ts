import type { RankingWeights } from '@kehui/domain/matching'
import type { Db } from '../database/pool.js'
import type { RankingBasis } from './schema.js'

export interface StoredRanking {
  readonly id: string
  readonly weights: RankingWeights
  readonly basis: RankingBasis
  readonly note: string
  readonly signedBy: string
  readonly signedAt: Date
  readonly takenBackBy: string | null
  readonly takenBackAt: Date | null
  readonly takenBackNote: string | null
}

const COLUMNS = `id::text AS id, weights, basis, note, signed_by AS "signedBy", signed_at AS "signedAt",
  taken_back_by AS "takenBackBy", taken_back_at AS "takenBackAt", taken_back_note AS "takenBackNote"`

/** The weights that a person put in force last and nobody took back. */
export async function adoptedRanking(db: Db, region: number): Promise<StoredRanking | null> {
  const { rows } = await db.query<StoredRanking>(
    `SELECT ${COLUMNS} FROM ranking_version WHERE region_id = $1 AND taken_back_at IS NULL ORDER BY ranking_version.id DESC LIMIT 1`,
    [region],
  )
  return rows[0] ?? null
}

/** Latest first. */
export async function rankingHistory(db: Db, region: number): Promise<StoredRanking[]> {
  const { rows } = await db.query<StoredRanking>(
    `SELECT ${COLUMNS} FROM ranking_version WHERE region_id = $1 ORDER BY ranking_version.id DESC LIMIT 100`,
    [region],
  )
  return rows
}

export async function insertRanking(
  db: Db,
  region: number,
  given: Pick<StoredRanking, 'weights' | 'basis' | 'note' | 'signedBy'> & { readonly role: string },
): Promise<void> {
  const { weights, basis, note, signedBy, role } = given
  await db.query(
    `INSERT INTO ranking_version (region_id, weights, basis, note, signed_by, signed_role)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [region, JSON.stringify(weights), JSON.stringify(basis), note, signedBy, role],
  )
}

/** Null: there is none of this id; false: somebody took it back before. */
export async function takeBackRanking(
  db: Db,
  region: number,
  id: string,
  { by, note }: { readonly by: string; readonly note: string },
): Promise<boolean | null> {
  const { rowCount } = await db.query(
    `UPDATE ranking_version SET taken_back_by = $3, taken_back_at = now(), taken_back_note = $4
     WHERE region_id = $1 AND id = $2 AND taken_back_at IS NULL`,
    [region, id, by, note],
  )
  if (rowCount === 1) return true
  const { rows } = await db.query('SELECT 1 FROM ranking_version WHERE region_id = $1 AND id = $2', [
    region,
    id,
  ])
  return rows.length > 0 ? false : null
}

/** Whoever puts weights in force or freezes a test set waits for whoever does so now. */
export async function lockRanking(db: Db, region: number): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', ['ranking', region])
}
