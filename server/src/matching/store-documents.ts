import type { Demand } from '@kehui/domain/cases'
import type { Cell } from '@kehui/domain/registry/fields'
import { KINDS, type Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../database/pool.js'
import { chosenCells } from '../registry/chosen-cells.js'
import { importedRows } from '../registry/store-imported.js'
import { needDocument, resourceDocument, SUPPLY } from './documents.js'
import type { RetrievalDocument } from './retrieval.js'

const PAGE = 2_000
const KIND_OF: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.id, kind]))

interface Row {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly place: string | null
}

/** Every resource that can answer a need, some at a time, by rising id. */
export async function* allResourceDocuments(db: Db, region: number): AsyncGenerator<RetrievalDocument[]> {
  let after: string | null = null
  for (;;) {
    const { rows }: { rows: Row[] } = await db.query<Row>(
      `SELECT id, kind, name, place FROM subject
       WHERE region_id = $1 AND kind = ANY ($2::text[]) AND merged_into IS NULL AND ($3::uuid IS NULL OR id > $3)
       ORDER BY id LIMIT ${PAGE}`,
      [region, SUPPLY, after],
    )
    if (rows.length === 0) return
    yield described(db, rows)
    after = rows.at(-1)?.id ?? null
  }
}

/** Those of these resources that can answer a need; what is gone or was merged is left out. */
export async function resourceDocuments(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<RetrievalDocument[]> {
  const { rows } = await db.query<Row>(
    `SELECT id, kind, name, place FROM subject
     WHERE region_id = $1 AND kind = ANY ($2::text[]) AND merged_into IS NULL AND id = ANY ($3::uuid[])`,
    [region, SUPPLY, ids],
  )
  return described(db, rows)
}

async function described(db: Db, rows: readonly Row[]): Promise<RetrievalDocument[]> {
  const cells = chosenCells(
    await importedRows(
      db,
      rows.map(({ id }) => id),
    ),
  )
  return rows.flatMap((row) => {
    const kind = KIND_OF.get(row.kind)
    const known = cells.get(row.id) ?? new Map<string, Cell>()
    return kind ? [resourceDocument(kind, { ...row, cells: known })] : []
  })
}

/** The needs that are open, with the revision of their words. */
export async function openNeeds(db: Db, region: number): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: string; revision: number }>(
    `SELECT id, revision FROM demand WHERE region_id = $1 AND state = 'published'`,
    [region],
  )
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

export interface OpenNeed {
  readonly id: string
  readonly subjectId: string
  readonly place: string | null
  readonly redacted: Demand
}

/** Those of these needs that are open. */
export async function needsOf(db: Db, region: number, ids: readonly string[]): Promise<OpenNeed[]> {
  const { rows } = await db.query<OpenNeed>(
    `SELECT d.id, d.subject_id AS "subjectId", s.place, d.redacted FROM demand d JOIN subject s ON s.id = d.subject_id
     WHERE d.region_id = $1 AND d.state = 'published' AND d.id = ANY ($2::uuid[])`,
    [region, ids],
  )
  return rows
}

export async function needDocuments(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<RetrievalDocument[]> {
  return (await needsOf(db, region, ids)).map(needDocument)
}
