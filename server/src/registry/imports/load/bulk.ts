import type { ImportPlan } from '@kehui/domain/registry/imports'
import type pg from 'pg'
import { type Dropped, dropIndexes, renewFiles, takeAlone } from '../store-bulk.js'
import { hasCreditCode } from '../store-known.js'

/** From so many rows on, and where they outnumber what is there, indexes are made anew rather than kept up. */
const BULK_ROWS = 200_000

export function outnumbers(expected: number, present: number): boolean {
  return expected >= BULK_ROWS && expected >= 2 * present
}

/**
 * Files of their own for both tables, and no indexes that many rows would keep busy; null where others do not let go
 * of the tables.
 */
export async function takeTables(
  { rows, subjects }: Readonly<Record<'rows' | 'subjects', pg.Client>>,
  { kind, key }: ImportPlan,
): Promise<Readonly<Record<'rows' | 'subjects', Dropped>> | null> {
  const taken = [
    { db: rows, table: 'imported_row' },
    { db: subjects, table: 'subject' },
  ]
  if (!(await takeAlone(taken))) return null
  await renewFiles(rows, 'imported_row', 'imported_row_subject')
  await renewFiles(subjects, 'subject', 'subject_pkey')
  const keyed = key.length > 0 ? ['imported_row_key'] : []
  const code = hasCreditCode(kind) ? 'subject_credit_code' : 'subject_code'
  return {
    rows: await dropIndexes(rows, 'imported_row', ['imported_row_subject', ...keyed]),
    subjects: await dropIndexes(subjects, 'subject', ['subject_name', code]),
  }
}
