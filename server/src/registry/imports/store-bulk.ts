import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../database/pool.js'

interface Definition {
  readonly drop: string
  readonly create: string
  /** A reference to rows of the same table: few have one, and an index tells which. */
  readonly isOwn?: boolean
}

export type Dropped = readonly Definition[]

const TRIES = 10
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Keeps everybody else from these tables, each in a transaction of its own; false where somebody does not let go of
 * them. Who has one of them and wants another would wait for us, and we for them, and no server sees that: so nobody
 * waits here for long while holding a table.
 */
export async function takeAlone(
  taken: readonly { readonly db: Db; readonly table: string }[],
): Promise<boolean> {
  for (let i = 0; i < TRIES; i += 1) {
    for (const { db } of taken) await db.query(`SAVEPOINT taking; SET LOCAL lock_timeout = '1s'`)
    if (await lockAll(taken)) {
      for (const { db } of taken) await db.query('RELEASE SAVEPOINT taking; SET LOCAL lock_timeout = 0')
      return true
    }
    for (const { db } of taken) await db.query('ROLLBACK TO SAVEPOINT taking; RELEASE SAVEPOINT taking')
    await sleep(200 * (i + 1))
  }
  return false
}

async function lockAll(taken: readonly { readonly db: Db; readonly table: string }[]): Promise<boolean> {
  try {
    for (const { db, table } of taken) await db.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return false
    throw error
  }
}

/**
 * Gives a table files of its own in this transaction, by writing what it has into new ones: what is then copied into
 * it can be frozen, and need not stand in the log as well where the server keeps no more of it than it needs.
 */
export async function renewFiles(db: Db, table: string, index: string): Promise<void> {
  await db.query(`CLUSTER ${table} USING ${index}`)
  // What has to be on disk when the transaction ends is on its way there before.
  await db.query(`SET LOCAL backend_flush_after = '1MB'`)
}

/**
 * Takes away these indexes of a table and its references, and says how to make them anew: entering more rows than a
 * table has costs less than half so. Nobody else is to use the table meanwhile.
 */
export async function dropIndexes(db: Db, table: string, names: readonly string[]): Promise<Definition[]> {
  const { rows: references } = await db.query<{ name: string; definition: string; isOwn: boolean }>(
    `SELECT quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition, conrelid = confrelid AS "isOwn"
     FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f' ORDER BY conname`,
    [table],
  )
  const { rows: indexes } = await db.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = $1::regclass AND indexrelid = ANY ($2::text[]::regclass[]) ORDER BY 1`,
    [table, names],
  )
  const dropped = [
    ...references.map(({ name, definition, isOwn }) => ({
      isOwn,
      drop: `ALTER TABLE ${table} DROP CONSTRAINT ${name}`,
      create: `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
    })),
    ...indexes.map(({ name, definition }) => ({ drop: `DROP INDEX ${name}`, create: definition })),
  ]
  for (const { drop } of dropped) await db.query(drop)
  return dropped
}

export async function recreate(db: Db, dropped: readonly Definition[]): Promise<void> {
  await db.query(`SET LOCAL maintenance_work_mem = '160MB'`)
  for (const { create, isOwn } of dropped.toReversed()) {
    if (isOwn) await db.query('SET LOCAL enable_seqscan = off')
    await db.query(create)
    if (isOwn) await db.query('SET LOCAL enable_seqscan = on')
  }
}

export async function countSubjects(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>('SELECT count(*)::int AS count FROM subject')
  return rows[0]?.count ?? 0
}

export interface Reference extends Definition {
  readonly table: string
  readonly column: string
  /** Whether the row that refers goes with what it refers to. */
  readonly cascades: boolean
}

/** What refers to a table. */
export async function referencesTo(db: Db, table: string): Promise<Reference[]> {
  const { rows } = await db.query<{
    table: string
    name: string
    definition: string
    column: string
    cascades: boolean
  }>(
    `SELECT c.conrelid::regclass::text AS table, quote_ident(c.conname) AS name,
            pg_get_constraintdef(c.oid) AS definition, quote_ident(a.attname) AS column,
            c.confdeltype = 'c' AS cascades
     FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.confrelid = $1::regclass AND c.contype = 'f' ORDER BY 1, 2`,
    [table],
  )
  return rows.map(({ name, definition, ...reference }) => ({
    ...reference,
    drop: `ALTER TABLE ${reference.table} DROP CONSTRAINT ${name}`,
    create: `ALTER TABLE ${reference.table} ADD CONSTRAINT ${name} ${definition}`,
  }))
}

/** Until they are restored, removing many rows does not ask each referring table for each of them. */
export async function dropReferences(db: Db, references: readonly Reference[]): Promise<void> {
  for (const { drop } of references) await db.query(drop)
}

/** Removes what referred to rows that are gone, as the references would have, and makes them anew. */
export async function restoreReferences(
  db: Db,
  table: string,
  references: readonly Reference[],
): Promise<void> {
  for (const { table: from, column, cascades } of references)
    if (cascades)
      await db.query(
        `DELETE FROM ${from} f WHERE ${column} IS NOT NULL
           AND NOT EXISTS (SELECT FROM ${table} t WHERE t.id = f.${column})`,
      )
  for (const { create } of references) await db.query(create)
}
