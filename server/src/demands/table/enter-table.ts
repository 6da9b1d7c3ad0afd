import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../../context.js'
import { inTransaction } from '../../database/pool.js'
import { type Actor, requireName } from '../../http/auth.js'
import { HttpError } from '../../http/error.js'
import { regionOf } from '../../registry/store-region.js'
import { insertDemand, insertDemandEvent, saveState } from '../store.js'
import { written } from '../write.js'
import { type ReadDemand, readDemandTable } from './read-table.js'
import type { DemandTable, DemandUndo } from './schema.js'
import {
  findDemandImport,
  insertDemandImport,
  removeUntouched,
  setDemandImportUndone,
} from './store-table.js'

export interface GivenTable {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly lang: Lang
}

/** What a table would enter; nothing is kept. */
export async function previewTable({ pool }: AppContext, given: GivenTable): Promise<DemandTable> {
  const { rows, ignored } = await readDemandTable(pool, await regionOf(pool), given.bytes, given.lang)
  return tableView(rows, new Map(), { id: null, fileName: given.fileName, ignored, published: 0 })
}

/** Enters the rows that are right, all or none; those that say enough are published where that is asked. */
export async function enterTable(
  { pool, today }: AppContext,
  given: GivenTable & { readonly publish: boolean },
  actor: Actor,
): Promise<DemandTable> {
  const { name, role } = requireName(actor)
  return inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    const { rows, ignored } = await readDemandTable(db, region, given.bytes, given.lang)
    const good = rows.filter(({ problems, subject }) => problems.length === 0 && subject !== null)
    if (good.length === 0) throw new HttpError('demand-table.nothing')
    const refused = rows.length - good.length
    const importId = await insertDemandImport(db, region, { fileName: given.fileName, refused, by: name })
    const demands = new Map<number, string>()
    let published = 0
    for (const { row, subject, content, ready } of good) {
      if (!subject) continue
      const id = await insertDemand(db, region, {
        ...written(content, subject.name),
        subjectId: subject.id,
        channel: 'import',
        importId,
      })
      demands.set(row, id)
      const by = { byName: name, byRole: role, note: null }
      await insertDemandEvent(db, region, id, { action: 'create', ...by })
      if (!given.publish || !ready || (content.neededBy ?? today()) < today()) continue
      await saveState(db, region, id, 'published')
      await insertDemandEvent(db, region, id, { action: 'publish', ...by })
      published += 1
    }
    return tableView(rows, demands, { id: importId, fileName: given.fileName, ignored, published })
  })
}

function tableView(
  rows: readonly ReadDemand[],
  demands: ReadonlyMap<number, string>,
  about: Pick<DemandTable, 'id' | 'fileName' | 'published'> & { readonly ignored: readonly string[] },
): DemandTable {
  const refused = rows.filter(({ problems }) => problems.length > 0).length
  return {
    ...about,
    ignored: [...about.ignored],
    rows: rows.map(({ content: _content, subject: _subject, ...row }) => ({
      ...row,
      demand: demands.get(row.row) ?? null,
    })),
    taken: rows.length - refused,
    refused,
  }
}

/** Takes a table back; what somebody has worked on since stays, and is told. */
export async function undoTable({ pool }: AppContext, id: string, actor: Actor): Promise<DemandUndo> {
  const { name } = requireName(actor)
  return inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    const found = await findDemandImport(db, region, id)
    if (!found) throw new HttpError('demand-table.not-found')
    if (found.undoneAt !== null) throw new HttpError('demand-table.undone')
    const undone = await removeUntouched(db, region, id)
    await setDemandImportUndone(db, region, id, name)
    return undone
  })
}
