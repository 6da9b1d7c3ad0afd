import type { Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { partiesOfResources } from '../linked/store-links.js'
import { recordChange } from '../store-changes.js'
import { bumpRevisions } from '../store-revision.js'
import { projectSubjects } from './project.js'
import type { RowProblem } from './schema.js'
import { referencesTo } from './store-bulk.js'
import {
  type ChangedRow,
  forgetKept,
  heldByKey,
  insertRetractions,
  type KeyScope,
  keepSubjects,
  keysRetractedBy,
  moveRows,
  presentSubjects,
  restoreSubject,
  settleRows,
  toldKeys,
} from './store-retract.js'
import { removeUnheldOf } from './store-undo.js'

/** A row of a feed that takes back what its source told by this key. */
export interface Retraction {
  readonly row: number
  readonly key: string
}

export interface Batch {
  readonly no: string
  readonly sourceId: number
  readonly kind: Kind
}

export interface Retracted {
  readonly retracted: number
  /** Of what was taken back before. */
  readonly unchanged: number
  readonly problems: readonly RowProblem[]
}

/**
 * Takes back what a source told by these keys: its earlier rows hold no longer, and whoever only they held goes. Run it
 * in the transaction that commits the batch, after that is said of it.
 */
export async function retractKeys(
  db: Db,
  region: number,
  { no, sourceId, kind }: Batch,
  retractions: readonly Retraction[],
): Promise<Retracted> {
  const scope = { sourceId, target: kind.id }
  const told = await toldKeys(
    db,
    region,
    scope,
    retractions.map(({ key }) => key),
  )
  await insertRetractions(db, region, no, scope, [...told.keys()])
  const rows = await settleRows(db, region, scope, [...told.keys()])
  const subjects = subjectsOf(rows)
  const parties = await partiesOfResources(db, region, subjects)
  await keepSubjects(db, region, subjects)
  const references = await referencesTo(db, 'subject')
  const removed = new Set(await removeUnheldOf(db, region, subjects, references))
  const kept = subjects.filter((id) => !removed.has(id))
  await forgetKept(db, region, kept)
  await projectSubjects(db, kind, kept)
  await bumpRevisions(db, [...kept, ...parties])
  await recordChange(db, region, { what: 'removed', subjects: [...removed] })
  const holding = [...told.values()].filter((holds) => holds).length
  return {
    retracted: holding,
    unchanged: told.size - holding,
    problems: retractions.filter(({ key }) => !told.has(key)).map(unknownKey),
  }
}

function unknownKey({ row, key }: Retraction): RowProblem {
  return {
    row,
    column: 'key',
    zh: `该来源没有用“${key}”报送过这类资源，无可撤回`,
    en: `The source never told of one by the key “${key}”: there is nothing to take back`,
  }
}

/** After a batch was set undone: what it took back holds again, unless another batch took it back as well. */
export async function undoRetractions(db: Db, region: number, { no, sourceId, kind }: Batch): Promise<void> {
  const keys = await keysRetractedBy(db, region, no)
  if (keys.length === 0) return
  const scope = { sourceId, target: kind.id }
  const changed = await settleRows(db, region, scope, keys)
  const present = await presentSubjects(db, region, subjectsOf(changed))
  const holders: string[] = [...present]
  for (const id of subjectsOf(changed).filter((one) => !present.has(one))) {
    const own = changed.filter(({ subject }) => subject === id)
    holders.push(await bringBack(db, region, scope, id, own))
  }
  await projectSubjects(db, kind, holders)
  await bumpRevisions(db, [...holders, ...(await partiesOfResources(db, region, holders))])
}

/** The subject again, or whoever was entered in its stead meanwhile; the rows are of them. */
async function bringBack(
  db: Db,
  region: number,
  scope: KeyScope,
  id: string,
  rows: readonly ChangedRow[],
): Promise<string> {
  const keys = [...new Set(rows.map(({ key }) => key))]
  const holder = (await heldByKey(db, region, scope, keys)) ?? (await restoreSubject(db, region, id))
  if (holder === null) throw new Error(`How ${id} stood is kept until it comes back`)
  if (holder === id) await forgetKept(db, region, [id])
  else await moveRows(db, region, rows, { from: id, to: holder })
  return holder
}

function subjectsOf(rows: readonly ChangedRow[]): string[] {
  return [...new Set(rows.map(({ subject }) => subject))]
}
