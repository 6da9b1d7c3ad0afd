import type { TestCase } from '@kehui/domain/insights/matching-quality'
import type { Db } from '../database/pool.js'

export interface StoredTestSet {
  readonly id: string
  readonly title: string
  readonly frozenOn: string
  readonly hash: string
  readonly cases: readonly TestCase[]
  readonly frozenBy: string
}

const COLUMNS = `id, title, frozen_on AS "frozenOn", hash, cases, frozen_by AS "frozenBy"`

/** Latest first. */
export async function listTestSets(db: Db, region: number): Promise<StoredTestSet[]> {
  const { rows } = await db.query<StoredTestSet>(
    `SELECT ${COLUMNS} FROM match_test_set WHERE region_id = $1 ORDER BY at DESC, id`,
    [region],
  )
  return rows
}

export async function findTestSet(db: Db, region: number, id: string): Promise<StoredTestSet | null> {
  const { rows } = await db.query<StoredTestSet>(
    `SELECT ${COLUMNS} FROM match_test_set WHERE region_id = $1 AND id = $2`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function insertTestSet(
  db: Db,
  region: number,
  { title, frozenOn, hash, cases, frozenBy }: Omit<StoredTestSet, 'id'>,
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO match_test_set (region_id, title, frozen_on, hash, cases, frozen_by)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [region, title, frozenOn, hash, JSON.stringify(cases), frozenBy],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}
