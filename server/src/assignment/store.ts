import type { Keep, RoundKind, RoundState, RoundWay } from '@kehui/domain/cases/assignment'
import type { Db } from '../database/pool.js'
import type { RunFigures } from './store-runs.js'

export interface RoundOptions {
  readonly sameCounty: boolean
  readonly sharedField: boolean
  readonly keep: Keep
  /** Where its sides come from the registry. */
  readonly registry?: RegistrySides
}

export interface RegistrySides {
  readonly leftKind: string
  readonly right: 'need' | 'village' | 'enterprise' | 'incubator'
  /** How many candidates each of the right side has at most. */
  readonly nearest: number
  readonly leftRoom: number
  readonly rightRoom: number
}

export interface StoredRound {
  readonly id: string
  readonly title: string
  readonly kind: RoundKind
  readonly way: RoundWay
  readonly source: 'file' | 'registry'
  readonly options: RoundOptions
  readonly fileName: string | null
  readonly state: RoundState
  readonly run: number
  readonly replaces: string | null
  readonly sample: boolean
  readonly byName: string
  readonly createdAt: Date
}

const COLUMNS = `r.id, r.title, r.kind, r.way, r.source, r.options, r.file_name AS "fileName", r.state, r.run, r.replaces,
  r.sample, r.by_name AS "byName", r.created_at AS "createdAt"`

export type NewRound = Pick<
  StoredRound,
  'title' | 'kind' | 'way' | 'source' | 'options' | 'fileName' | 'replaces' | 'byName'
> & { readonly sample?: boolean }

export async function insertRound(db: Db, region: number, round: NewRound): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO assignment_round (region_id, title, kind, way, source, options, file_name, replaces, sample, by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      region,
      round.title,
      round.kind,
      round.way,
      round.source,
      JSON.stringify(round.options),
      round.fileName,
      round.replaces,
      round.sample ?? false,
      round.byName,
    ],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}

export async function findRound(db: Db, region: number, id: string): Promise<StoredRound | null> {
  const { rows } = await db.query<StoredRound>(
    `SELECT ${COLUMNS} FROM assignment_round r WHERE r.region_id = $1 AND r.id = $2`,
    [region, id],
  )
  return rows[0] ?? null
}

/** Nobody else can act on it until the transaction ends. */
export async function lockRound(db: Db, region: number, id: string): Promise<StoredRound | null> {
  const { rows } = await db.query<StoredRound>(
    `SELECT ${COLUMNS} FROM assignment_round r WHERE r.region_id = $1 AND r.id = $2 FOR UPDATE`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function hasSampleRound(db: Db, region: number): Promise<boolean> {
  const { rows } = await db.query('SELECT 1 FROM assignment_round WHERE region_id = $1 AND sample LIMIT 1', [
    region,
  ])
  return rows.length > 0
}

export type ListedRound = StoredRound & { readonly figures: RunFigures | null }

/** The latest first, with what their answers came to. */
export async function listRounds(db: Db, region: number): Promise<ListedRound[]> {
  const { rows } = await db.query<ListedRound>(
    `SELECT ${COLUMNS}, n.figures
     FROM assignment_round r
     LEFT JOIN assignment_run n ON n.region_id = r.region_id AND n.round_id = r.id AND n.number = r.run
     WHERE r.region_id = $1 ORDER BY r.created_at DESC, r.id LIMIT 200`,
    [region],
  )
  return rows
}

/** The latest round that is to take another's place, or did. */
export async function findReplacing(
  db: Db,
  region: number,
  id: string,
): Promise<Pick<StoredRound, 'id' | 'title' | 'state'> | null> {
  const { rows } = await db.query<Pick<StoredRound, 'id' | 'title' | 'state'>>(
    `SELECT id, title, state FROM assignment_round WHERE region_id = $1 AND replaces = $2 AND state <> 'discarded'
     ORDER BY state = 'confirmed' DESC, created_at DESC LIMIT 1`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function setRoundState(
  db: Db,
  region: number,
  id: string,
  state: RoundState,
  settings: { readonly way?: RoundWay; readonly options?: RoundOptions; readonly run?: number } = {},
): Promise<void> {
  await db.query(
    `UPDATE assignment_round SET state = $3, way = coalesce($4, way), options = coalesce($5, options),
       run = coalesce($6, run) WHERE region_id = $1 AND id = $2`,
    [
      region,
      id,
      state,
      settings.way ?? null,
      settings.options === undefined ? null : JSON.stringify(settings.options),
      settings.run ?? null,
    ],
  )
}

export interface StoredEvent {
  readonly id: string
  readonly action: string
  readonly note: string | null
  readonly byName: string
  readonly at: Date
}

export async function insertEvent(
  db: Db,
  region: number,
  round: string,
  event: Pick<StoredEvent, 'action' | 'note' | 'byName'>,
): Promise<void> {
  await db.query(
    'INSERT INTO assignment_event (region_id, round_id, action, note, by_name) VALUES ($1, $2, $3, $4, $5)',
    [region, round, event.action, event.note, event.byName],
  )
}

export async function eventsOf(db: Db, region: number, round: string): Promise<StoredEvent[]> {
  const { rows } = await db.query<StoredEvent>(
    `SELECT id::text, action, note, by_name AS "byName", at FROM assignment_event
     WHERE region_id = $1 AND round_id = $2 ORDER BY assignment_event.id DESC LIMIT 200`,
    [region, round],
  )
  return rows
}

export interface StoredAdjustment {
  readonly id: string
  readonly what: 'pin' | 'forbid'
  readonly leftCode: string
  readonly rightCode: string
  readonly leftName: string | null
  readonly rightName: string | null
  readonly leftNo: number | null
  readonly rightNo: number | null
  readonly reason: string
  readonly byName: string
  readonly at: Date
  readonly undoneBy: string | null
  readonly undoneAt: Date | null
}

/** With the numbers that both have in the round now; null where one is not there. */
export async function adjustmentsOf(db: Db, region: number, round: string): Promise<StoredAdjustment[]> {
  const { rows } = await db.query<StoredAdjustment>(
    `SELECT a.id::text, a.what, a.left_code AS "leftCode", a.right_code AS "rightCode", l.name AS "leftName",
       r.name AS "rightName", l.number AS "leftNo", r.number AS "rightNo", a.reason, a.by_name AS "byName", a.at,
       a.undone_by AS "undoneBy", a.undone_at AS "undoneAt"
     FROM assignment_adjustment a
     LEFT JOIN assignment_member l ON l.region_id = a.region_id AND l.round_id = a.round_id
       AND l.side = 'left' AND l.code = a.left_code
     LEFT JOIN assignment_member r ON r.region_id = a.region_id AND r.round_id = a.round_id
       AND r.side = 'right' AND r.code = a.right_code
     WHERE a.region_id = $1 AND a.round_id = $2 ORDER BY a.id DESC`,
    [region, round],
  )
  return rows
}

export async function insertAdjustment(
  db: Db,
  region: number,
  round: string,
  given: Pick<StoredAdjustment, 'what' | 'leftCode' | 'rightCode' | 'reason' | 'byName'>,
): Promise<void> {
  await db.query(
    `INSERT INTO assignment_adjustment (region_id, round_id, what, left_code, right_code, reason, by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [region, round, given.what, given.leftCode, given.rightCode, given.reason, given.byName],
  )
}

/** False where it was taken back before, or never made. */
export async function undoAdjustment(
  db: Db,
  region: number,
  round: string,
  id: string,
  byName: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE assignment_adjustment SET undone_by = $4, undone_at = now()
     WHERE region_id = $1 AND round_id = $2 AND id = $3::bigint AND undone_at IS NULL`,
    [region, round, id, byName],
  )
  return rowCount === 1
}

/** What holds of an earlier round still holds in the one that is to take its place. */
export async function carryAdjustments(db: Db, region: number, from: string, to: string): Promise<void> {
  await db.query(
    `INSERT INTO assignment_adjustment (region_id, round_id, what, left_code, right_code, reason, by_name, at)
     SELECT region_id, $3, what, left_code, right_code, reason, by_name, at FROM assignment_adjustment
     WHERE region_id = $1 AND round_id = $2 AND undone_at IS NULL ORDER BY id`,
    [region, from, to],
  )
}
