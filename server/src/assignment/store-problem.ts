import type { Candidates, Side, SideMember, Sides } from '@kehui/domain/cases/assignment'
import type { Db } from '../database/pool.js'

/** Pairs in a row of the table; each takes 24 bytes. */
const PART = 100_000
/** Members in one statement. */
const BATCH = 5_000
/** From here on it matters in which order tables are read. */
export const MANY = 500

/** Writes who is on both sides and who can be brought together, in place of what was there. */
export async function writeProblem(
  db: Db,
  region: number,
  round: string,
  sides: Sides,
  { problem, named }: Candidates,
): Promise<void> {
  for (const table of ['assignment_member', 'assignment_candidates'])
    await db.query(`DELETE FROM ${table} WHERE region_id = $1 AND round_id = $2`, [region, round])
  for (const side of ['left', 'right'] as const)
    for (let from = 0; from < sides[side].length; from += BATCH)
      await insertMembers(db, [region, round, side, from], sides[side].slice(from, from + BATCH), named[side])
  for (let part = 0; part * PART < problem.left.length; part += 1) {
    const [from, to] = [part * PART, Math.min((part + 1) * PART, problem.left.length)]
    const bytes = (column: Int32Array | Float64Array) => {
      const piece = column.subarray(from, to)
      return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    }
    const { left, right, leftLikes, rightLikes } = problem
    await db.query(
      `INSERT INTO assignment_candidates (region_id, round_id, part, lefts, rights, left_likes, right_likes)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [region, round, part, bytes(left), bytes(right), bytes(leftLikes), bytes(rightLikes)],
    )
  }
  if (sides.left.length + sides.right.length > MANY) await analyse(db, ['assignment_member'])
}

/** What was written just now is not known to the planner, which would go through all members for each pair. */
export async function analyse(db: Db, tables: readonly string[]): Promise<void> {
  await db.query(`ANALYZE ${tables.join(', ')}`)
}

async function insertMembers(
  db: Db,
  [region, round, side, from]: readonly [number, string, Side, number],
  members: readonly SideMember[],
  named: Int32Array,
): Promise<void> {
  const rows = members.map((member, i) => ({ ...member, number: from + i, named: named[from + i] ?? 0 }))
  await db.query(
    `INSERT INTO assignment_member
       (region_id, round_id, side, number, code, name, county, capacity, fields, counties, link, named)
     SELECT $1, $2, $3, m.number, m.code, m.name, m.county, m.capacity, m.fields, m.counties, m.link, m.named
     FROM jsonb_to_recordset($4) AS m (number integer, code text, name text, county text, capacity integer,
       fields text[], counties text[], link text, named integer)`,
    [region, round, side, JSON.stringify(rows)],
  )
}

export async function copyProblem(db: Db, region: number, from: string, to: string): Promise<void> {
  await db.query(
    `INSERT INTO assignment_member
       (region_id, round_id, side, number, code, name, county, capacity, fields, counties, link, named)
     SELECT region_id, $3, side, number, code, name, county, capacity, fields, counties, link, named
     FROM assignment_member WHERE region_id = $1 AND round_id = $2`,
    [region, from, to],
  )
  await db.query(
    `INSERT INTO assignment_candidates (region_id, round_id, part, lefts, rights, left_likes, right_likes)
     SELECT region_id, $3, part, lefts, rights, left_likes, right_likes
     FROM assignment_candidates WHERE region_id = $1 AND round_id = $2`,
    [region, from, to],
  )
}

/** Null where nothing was entered yet. */
export async function readProblem(
  db: Db,
  region: number,
  round: string,
): Promise<{ readonly sides: Sides; readonly candidates: Candidates } | null> {
  const [left, right] = [
    await membersOf(db, region, round, 'left'),
    await membersOf(db, region, round, 'right'),
  ]
  if (left.length === 0 && right.length === 0) return null
  const { rows } = await db.query<Record<'lefts' | 'rights' | 'leftLikes' | 'rightLikes', Buffer>>(
    `SELECT lefts, rights, left_likes AS "leftLikes", right_likes AS "rightLikes" FROM assignment_candidates
     WHERE region_id = $1 AND round_id = $2 ORDER BY part`,
    [region, round],
  )
  const joined = (column: keyof (typeof rows)[number]) => {
    const all = Buffer.concat(rows.map((row) => row[column]))
    // A copy of its own: a number must begin where its size divides the place.
    return all.buffer.slice(all.byteOffset, all.byteOffset + all.byteLength)
  }
  const capacities = (side: readonly SideMember[]) => side.map(({ capacity }) => capacity)
  return {
    sides: { left, right },
    candidates: {
      problem: {
        leftCapacity: capacities(left),
        rightCapacity: capacities(right),
        left: new Int32Array(joined('lefts')),
        right: new Int32Array(joined('rights')),
        leftLikes: new Float64Array(joined('leftLikes')),
        rightLikes: new Float64Array(joined('rightLikes')),
      },
      named: {
        left: Int32Array.from(left, ({ named }) => named),
        right: Int32Array.from(right, ({ named }) => named),
      },
    },
  }
}

async function membersOf(
  db: Db,
  region: number,
  round: string,
  side: Side,
): Promise<(SideMember & { readonly named: number })[]> {
  const { rows } = await db.query<SideMember & { readonly named: number }>(
    `SELECT code, name, county, capacity, fields, counties, link, named FROM assignment_member
     WHERE region_id = $1 AND round_id = $2 AND side = $3 ORDER BY number`,
    [region, round, side],
  )
  return rows
}

export interface FoundMember {
  readonly code: string
  readonly name: string
  readonly county: string | null
  readonly capacity: number
}

/** Of one side, by a piece of the name or code. */
export async function searchMembers(
  db: Db,
  region: number,
  round: string,
  { side, q }: { readonly side: Side; readonly q: string },
): Promise<FoundMember[]> {
  const { rows } = await db.query<FoundMember>(
    `SELECT code, name, county, capacity FROM assignment_member
     WHERE region_id = $1 AND round_id = $2 AND side = $3 AND (position($4 in name) > 0 OR position($4 in code) > 0)
     ORDER BY code = $4 DESC, name = $4 DESC, number LIMIT 20`,
    [region, round, side, q],
  )
  return rows
}

export async function countCandidates(db: Db, region: number, round: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT coalesce(sum(length(lefts) / 4), 0)::int AS count FROM assignment_candidates
     WHERE region_id = $1 AND round_id = $2`,
    [region, round],
  )
  return rows[0]?.count ?? 0
}
