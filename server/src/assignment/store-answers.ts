import type { Db } from '../database/pool.js'
import type {
  AloneQuery,
  AloneRows,
  BlockingRows,
  ChangeRows,
  PairRow,
  PairRows,
  PairsQuery,
} from './schema.js'
import { PAGE_SIZE } from './schema.js'

interface AnswerKey {
  readonly region: number
  readonly round: string
  readonly run: number
}

const SIDES = `JOIN assignment_member l ON l.region_id = p.region_id AND l.round_id = p.round_id AND l.side = 'left'
    AND l.number = p.left_no
  JOIN assignment_member r ON r.region_id = p.region_id AND r.round_id = p.round_id AND r.side = 'right'
    AND r.number = p.right_no`
const member = (at: string) =>
  `jsonb_build_object('code', ${at}.code, 'name', ${at}.name, 'county', ${at}.county, 'link', ${at}.link)`

const ORDER: Readonly<Record<NonNullable<PairsQuery['sort']>, string>> = {
  left: 'l.name COLLATE "C"',
  right: 'r.name COLLATE "C"',
  county: 'r.county COLLATE "C"',
  leftRank: 'p.left_rank',
  rightRank: 'p.right_rank',
  score: 'p.score',
}

/** From which choice on a pair suits somebody little. */
const LOW = 3

/** Which pairs are asked for. */
const kinds = (only: string) =>
  `(${only}::text IS NULL OR (${only} = 'pinned' AND p.pinned) OR (${only} = 'new' AND p.is_new)
    OR (${only} = 'low' AND greatest(p.left_rank, p.right_rank) >= ${LOW}))`

export async function pairsOf(
  db: Db,
  { region, round, run }: AnswerKey,
  query: PairsQuery & { readonly limit: number },
): Promise<PairRows> {
  const { q = '', county = null, only = null, sort, down = false, offset = 0, limit } = query
  const order = sort ? `${ORDER[sort]} ${down ? 'DESC' : 'ASC'} NULLS LAST, p.position` : 'p.position'
  const key = 'p.region_id = $1 AND p.round_id = $2 AND p.run = $3'
  const where = `${key}
    AND ($4 = '' OR position($4 in l.name) > 0 OR position($4 in r.name) > 0 OR position($4 in l.code) > 0
      OR position($4 in r.code) > 0)
    AND ($5::text IS NULL OR r.county = $5)
    AND ${kinds('$6')}`
  const values = [region, round, run, q.trim(), county, only]
  const { rows } = await db.query<PairRow>(
    `SELECT ${member('l')} AS left, ${member('r')} AS right, p.left_rank AS "leftRank", p.right_rank AS "rightRank",
       p.score, p.pinned, p.is_new AS "isNew"
     FROM assignment_pair p ${SIDES} WHERE ${where} ORDER BY ${order} OFFSET $7 LIMIT $8`,
    [...values, offset, limit],
  )
  const isNarrowed = q.trim() !== '' || county !== null
  const counted = await db.query<{ total: number }>(
    isNarrowed
      ? `SELECT count(*)::int AS total FROM assignment_pair p ${SIDES} WHERE ${where}`
      : `SELECT count(*)::int AS total FROM assignment_pair p WHERE ${key} AND ${kinds('$4')}`,
    isNarrowed ? values : [region, round, run, only],
  )
  return { items: rows, total: counted.rows[0]?.total ?? 0 }
}

export async function blockingOf(
  db: Db,
  { region, round, run }: AnswerKey,
  { offset = 0, limit = PAGE_SIZE }: { readonly offset?: number | undefined; readonly limit?: number },
): Promise<BlockingRows> {
  const { rows } = await db.query<BlockingRows['items'][number] & { total: number }>(
    `SELECT ${member('l')} AS left, ${member('r')} AS right, p.left_rank AS "leftRank", p.right_rank AS "rightRank",
       lo.name AS "leftOver", ro.name AS "rightOver", count(*) OVER ()::int AS total
     FROM assignment_blocking p ${SIDES}
     LEFT JOIN assignment_member lo ON lo.region_id = p.region_id AND lo.round_id = p.round_id AND lo.side = 'right'
       AND lo.number = p.left_over
     LEFT JOIN assignment_member ro ON ro.region_id = p.region_id AND ro.round_id = p.round_id AND ro.side = 'left'
       AND ro.number = p.right_over
     WHERE p.region_id = $1 AND p.round_id = $2 AND p.run = $3 ORDER BY p.position OFFSET $4 LIMIT $5`,
    [region, round, run, offset, limit],
  )
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export async function aloneOf(
  db: Db,
  { region, round, run }: AnswerKey,
  { side, reason, offset = 0, limit = PAGE_SIZE }: AloneQuery & { readonly limit?: number },
): Promise<AloneRows> {
  const { rows } = await db.query<AloneRows['items'][number] & { total: number }>(
    `SELECT p.side, ${member('m')} AS member, p.reason, p.candidates, count(*) OVER ()::int AS total
     FROM assignment_alone p
     JOIN assignment_member m ON m.region_id = p.region_id AND m.round_id = p.round_id AND m.side = p.side
       AND m.number = p.member_no
     WHERE p.region_id = $1 AND p.round_id = $2 AND p.run = $3
       AND ($4::text IS NULL OR p.side = $4) AND ($5::text IS NULL OR p.reason = $5)
     ORDER BY p.side DESC, p.member_no OFFSET $6 LIMIT $7`,
    [region, round, run, side ?? null, reason ?? null, offset, limit],
  )
  const counts = await db.query<AloneRows['reasons'][number]>(
    `SELECT side, reason, count(*)::int AS count FROM assignment_alone
     WHERE region_id = $1 AND round_id = $2 AND run = $3 GROUP BY side, reason ORDER BY side DESC, count(*) DESC, reason`,
    [region, round, run],
  )
  return {
    items: rows.map(({ total: _, ...row }) => row),
    total: rows[0]?.total ?? 0,
    reasons: counts.rows,
  }
}

export async function changesOf(
  db: Db,
  { region, round, run }: AnswerKey,
  { offset = 0, limit = PAGE_SIZE }: { readonly offset?: number | undefined; readonly limit?: number },
): Promise<ChangeRows> {
  const { rows } = await db.query<ChangeRows['items'][number] & { total: number }>(
    `SELECT kind, left_name AS left, right_name AS right, reason, other, count(*) OVER ()::int AS total
     FROM assignment_change WHERE region_id = $1 AND round_id = $2 AND run = $3
     ORDER BY position OFFSET $4 LIMIT $5`,
    [region, round, run, offset, limit],
  )
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
