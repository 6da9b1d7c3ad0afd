import type { DraftAction, DraftState } from '@kehui/domain/packs/publishing'
import type { Text } from '@kehui/domain/shared'
import type { Db } from '../database/pool.js'
import type { Role } from '../http/auth.js'

export interface StoredDraft {
  readonly id: string
  readonly programme: string
  readonly title: Text
  readonly pack: string
  readonly path: string
  readonly baseVersion: string | null
  readonly baseHash: string | null
  readonly state: DraftState
  readonly revision: number
  readonly hash: string
  readonly createdBy: string
  readonly createdAt: Date
  readonly updatedAt: Date
}

const COLUMNS = `id, programme, title, pack, path, base_version AS "baseVersion", base_hash AS "baseHash", state,
  revision, source_hash AS hash, created_by AS "createdBy", created_at AS "createdAt", updated_at AS "updatedAt"`

export async function findDraft(db: Db, region: number, id: string): Promise<StoredDraft | null> {
  const { rows } = await db.query<StoredDraft>(
    `SELECT ${COLUMNS} FROM programme_draft WHERE region_id = $1 AND id = $2`,
    [region, id],
  )
  return rows[0] ?? null
}

/** Whoever acts on a draft holds it first: the second of two hears what the first did. */
export async function lockDraft(db: Db, region: number, id: string): Promise<StoredDraft | null> {
  const { rows } = await db.query<StoredDraft>(
    `SELECT ${COLUMNS} FROM programme_draft WHERE region_id = $1 AND id = $2 FOR UPDATE`,
    [region, id],
  )
  return rows[0] ?? null
}

const LISTED = 300

/** The latest first. */
export async function listDrafts(db: Db, region: number): Promise<StoredDraft[]> {
  const { rows } = await db.query<StoredDraft>(
    `SELECT ${COLUMNS} FROM programme_draft WHERE region_id = $1 ORDER BY updated_at DESC, id LIMIT ${LISTED}`,
    [region],
  )
  return rows
}

/** Drafts of the same file in one of these states, the one that was done last first. */
export async function draftsAt(
  db: Db,
  region: number,
  path: string,
  states: readonly DraftState[],
): Promise<StoredDraft[]> {
  const { rows } = await db.query<StoredDraft>(
    `SELECT ${COLUMNS} FROM programme_draft
     WHERE region_id = $1 AND path = $2 AND state = ANY ($3::text[]) ORDER BY updated_at DESC, id`,
    [region, path, states],
  )
  return rows
}

export type NewDraft = Pick<
  StoredDraft,
  'programme' | 'title' | 'pack' | 'path' | 'baseVersion' | 'baseHash' | 'hash' | 'createdBy'
> & { readonly at: Date }

export async function insertDraft(db: Db, region: number, draft: NewDraft): Promise<string> {
  const { programme, title, pack, path, baseVersion, baseHash, hash, createdBy, at } = draft
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO programme_draft (region_id, programme, title, pack, path, base_version, base_hash, source_hash,
       created_by, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) RETURNING id`,
    [region, programme, title, pack, path, baseVersion, baseHash, hash, createdBy, at],
  )
  const [row] = rows
  if (row === undefined) throw new Error('an insert returns its row')
  return row.id
}

export interface DraftChange {
  readonly state: DraftState
  readonly hash: string
  readonly title: Text
  readonly baseVersion: string | null
  readonly baseHash: string | null
  readonly at: Date
}

export async function updateDraft(db: Db, region: number, id: string, change: DraftChange): Promise<void> {
  const { state, hash, title, baseVersion, baseHash, at } = change
  await db.query(
    `UPDATE programme_draft SET state = $3, source_hash = $4, title = $5, base_version = $6, base_hash = $7,
       updated_at = $8, revision = revision + 1
     WHERE region_id = $1 AND id = $2`,
    [region, id, state, hash, title, baseVersion, baseHash, at],
  )
}

/** What a publication stands on: who published, and what the packs held under its path then. */
export async function markPublished(
  db: Db,
  region: number,
  id: string,
  { by, fileHash }: { by: string; fileHash: string | null },
): Promise<void> {
  await db.query(
    'UPDATE programme_draft SET published_by = $3, file_hash = $4 WHERE region_id = $1 AND id = $2',
    [region, id, by, fileHash],
  )
}

export type EventAction = DraftAction | 'create'

export interface DraftEvent {
  readonly id: number
  readonly action: EventAction
  readonly hash: string
  readonly by: string
  readonly role: Role
  readonly note: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly at: Date
}

export async function insertEvent(
  db: Db,
  region: number,
  draft: string,
  event: Omit<DraftEvent, 'id'>,
): Promise<void> {
  const { action, hash, by, role, note, detail, at } = event
  await db.query(
    `INSERT INTO draft_event (region_id, draft_id, action, source_hash, by_name, by_role, note, detail, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [region, draft, action, hash, by, role, note, JSON.stringify(detail), at],
  )
}

/** What was done with a draft, the first first. */
export async function eventsOf(db: Db, region: number, draft: string): Promise<DraftEvent[]> {
  const { rows } = await db.query<DraftEvent>(
    `SELECT id::int AS id, action, source_hash AS hash, by_name AS by, by_role AS role, note, detail, at
     FROM draft_event WHERE region_id = $1 AND draft_id = $2 ORDER BY id`,
    [region, draft],
  )
  return rows
}

/** Who wrote any text of each of these drafts. */
export async function authorsOf(
  db: Db,
  region: number,
  drafts: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ draft: string; by: string }>(
    `SELECT draft_id AS draft, by_name AS by FROM draft_event
     WHERE region_id = $1 AND draft_id = ANY ($2::uuid[]) AND action IN ('create', 'save')
     GROUP BY draft_id, by_name ORDER BY min(id)`,
    [region, drafts],
  )
  const authors = new Map<string, string[]>()
  for (const { draft, by } of rows) authors.set(draft, [...(authors.get(draft) ?? []), by])
  return authors
}

/** Who did something with each of these drafts last. */
export async function lastActors(
  db: Db,
  region: number,
  drafts: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ draft: string; by: string }>(
    `SELECT DISTINCT ON (draft_id) draft_id AS draft, by_name AS by FROM draft_event
     WHERE region_id = $1 AND draft_id = ANY ($2::uuid[]) ORDER BY draft_id, id DESC`,
    [region, drafts],
  )
  return new Map(rows.map(({ draft, by }) => [draft, by]))
}

export async function findEventText(
  db: Db,
  region: number,
  draft: string,
  event: number,
): Promise<string | null> {
  const { rows } = await db.query<{ text: string }>(
    `SELECT text FROM draft_event JOIN source_text ON hash = source_hash
     WHERE region_id = $1 AND draft_id = $2 AND id = $3`,
    [region, draft, event],
  )
  return rows[0]?.text ?? null
}
