import type { Db } from '../../database/pool.js'
import { SUPPLY } from '../documents.js'

export interface StoredVector {
  readonly document: string
  /** Of the text that it was made of, in hexadecimal. */
  readonly hash: string
  readonly tags: readonly string[]
  readonly vector: Float32Array
}

const PAGE = 2_000

/** The vectors of a model that have so many numbers, some at a time. */
export async function* storedVectors(
  db: Db,
  region: number,
  model: string,
  dimension: number,
): AsyncGenerator<StoredVector[]> {
  let after = ''
  for (;;) {
    const { rows } = await db.query<{ document: string; hash: string; tags: string[]; vector: Buffer }>(
      `SELECT document, encode(text_hash, 'hex') AS hash, tags, vector FROM document_vector
       WHERE region_id = $1 AND document > $2 AND model = $3 AND length(vector) = $4
       ORDER BY document LIMIT ${PAGE}`,
      [region, after, model, dimension * 4],
    )
    if (rows.length === 0) return
    yield rows.map((row) => ({ ...row, vector: numbersOf(row.vector) }))
    after = rows.at(-1)?.document ?? ''
  }
}

export async function saveVectors(
  db: Db,
  region: number,
  model: string,
  vectors: readonly StoredVector[],
): Promise<void> {
  if (vectors.length === 0) return
  await db.query(
    `INSERT INTO document_vector (region_id, document, model, text_hash, tags, vector)
     SELECT $1, one.document, $2, decode(one.hash, 'hex'), ARRAY (SELECT jsonb_array_elements_text(one.tags)),
       decode(one.vector, 'base64')
     FROM jsonb_to_recordset($3::jsonb) AS one (document text, hash text, tags jsonb, vector text)
     ON CONFLICT (region_id, document) DO UPDATE SET
       model = excluded.model, text_hash = excluded.text_hash, tags = excluded.tags, vector = excluded.vector`,
    [
      region,
      model,
      JSON.stringify(vectors.map((one) => ({ ...one, vector: bytesOf(one.vector).toString('base64') }))),
    ],
  )
}

export async function removeVectors(db: Db, region: number, documents: readonly string[]): Promise<void> {
  await db.query('DELETE FROM document_vector WHERE region_id = $1 AND document = ANY ($2::text[])', [
    region,
    documents,
  ])
}

/** All that may have a vector, and all that has one of whatever model. */
export async function documentsToCompare(db: Db, region: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id::text FROM subject WHERE region_id = $1 AND kind = ANY ($2::text[]) AND merged_into IS NULL
     UNION SELECT 'need:' || id FROM demand WHERE region_id = $1 AND state = 'published'
     UNION SELECT document FROM document_vector WHERE region_id = $1`,
    [region, SUPPLY],
  )
  return rows.map(({ id }) => id)
}

function bytesOf(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [i, number] of vector.entries()) bytes.writeFloatLE(number, i * 4)
  return bytes
}

function numbersOf(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4))
}
