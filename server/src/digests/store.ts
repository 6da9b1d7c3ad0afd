import type { Db } from '../database/pool.js'
import type { DigestDetail } from './schema.js'

export type DigestContent = Pick<DigestDetail, 'sections' | 'sources' | 'picks' | 'checked'>

export interface StoredDigest {
  readonly id: string
  readonly title: string
  readonly revision: number
  readonly byName: string
  readonly at: Date
  readonly content: DigestContent
}

const COLUMNS = `d.id, r.title, r.revision, r.by_name AS "byName", r.at, r.content`
const FROM = `FROM digest d JOIN digest_revision r
  ON r.region_id = d.region_id AND r.digest_id = d.id AND r.revision = d.revision`

interface NewRevision {
  readonly title: string
  readonly content: DigestContent
  readonly byName: string
}

export async function insertDigest(db: Db, region: number, given: NewRevision): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `WITH made AS (INSERT INTO digest (region_id) VALUES ($1) RETURNING region_id, id)
     INSERT INTO digest_revision (region_id, digest_id, revision, title, content, by_name)
     SELECT region_id, id, 0, $2, $3, $4 FROM made RETURNING digest_id AS id`,
    [region, given.title, JSON.stringify(given.content), given.byName],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}

/** False where it has another revision by now. */
export async function saveDigest(
  db: Db,
  region: number,
  id: string,
  given: NewRevision & { readonly revision: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `WITH next AS (
       UPDATE digest SET revision = revision + 1
       WHERE region_id = $1 AND id = $2 AND revision = $3 AND deleted_at IS NULL
       RETURNING region_id, id, revision
     )
     INSERT INTO digest_revision (region_id, digest_id, revision, title, content, by_name)
     SELECT region_id, id, revision, $4, $5, $6 FROM next`,
    [region, id, given.revision, given.title, JSON.stringify(given.content), given.byName],
  )
  return rowCount === 1
}

export async function listDigests(db: Db, region: number): Promise<StoredDigest[]> {
  const { rows } = await db.query<StoredDigest>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.region_id = $1 AND d.deleted_at IS NULL ORDER BY d.created_at DESC LIMIT 200`,
    [region],
  )
  return rows.map(whole)
}

export async function findDigest(db: Db, region: number, id: string): Promise<StoredDigest | null> {
  const { rows } = await db.query<StoredDigest>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.region_id = $1 AND d.id = $2 AND d.deleted_at IS NULL`,
    [region, id],
  )
  return rows[0] ? whole(rows[0]) : null
}

/** What it was each time that it was saved, the latest first. */
export async function digestRevisions(db: Db, region: number, id: string): Promise<StoredDigest[]> {
  const { rows } = await db.query<StoredDigest>(
    `SELECT digest_id AS id, title, revision, by_name AS "byName", at, content FROM digest_revision
     WHERE region_id = $1 AND digest_id = $2 ORDER BY revision DESC LIMIT 100`,
    [region, id],
  )
  return rows.map(whole)
}

/** False where there is none in that state. */
export async function setDeleted(db: Db, region: number, id: string, deleted: boolean): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE digest SET deleted_at = CASE WHEN $3 THEN now() END
     WHERE region_id = $1 AND id = $2 AND (deleted_at IS NULL) = $3`,
    [region, id, deleted],
  )
  return rowCount === 1
}

/** What was saved before statements knew their figures: nobody can tell what a person wrote of it. */
type Earlier = Omit<DigestContent, 'picks' | 'checked' | 'sections'> &
  Partial<Pick<DigestContent, 'picks' | 'checked'>> & {
    readonly sections: readonly (Pick<DigestContent['sections'][number], 'heading'> & {
      readonly drafted?: string | null
      readonly statements: readonly (Pick<Statement, 'text' | 'sources'> & Partial<Statement>)[]
    })[]
  }
type Statement = DigestContent['sections'][number]['statements'][number]

function whole(stored: StoredDigest): StoredDigest {
  const { sections, sources, picks, checked } = stored.content as Earlier
  return {
    ...stored,
    content: {
      sources,
      picks: picks ?? [...new Set(sources.map(({ report }) => report))].map((report) => ({ report })),
      checked: checked ?? false,
      sections: sections.map(({ heading, drafted = heading, statements }) => ({
        heading,
        drafted,
        statements: statements.map((one) => ({
          facts: [],
          drafted: null,
          out: false,
          newer: null,
          gone: false,
          ...one,
        })),
      })),
    },
  }
}
