import { inTransaction, type Pool } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import type { ChangeItem, ChangeList } from './schema.js'
import { briefly, changesFrom, givePlaces, importSubjects, type PlacedChange } from './store-changes-feed.js'

/** `17` has read all up to the change of that place; `17:200` as far as its 200th resource, or its row 200. */
interface Cursor {
  readonly place: string
  /** Null: all of it. */
  readonly within: number | null
}

const CURSOR = /^(\d{1,18})(?::(\d{1,9}))?$/

function readCursor(text: string | undefined): Cursor {
  if (text === undefined || text === '') return { place: '0', within: null }
  const [, place, within] = CURSOR.exec(text) ?? []
  if (place === undefined) throw new HttpError('changes.cursor', { after: text })
  return { place, within: within === undefined ? null : Number(within) }
}

/** What changed after a cursor, oldest first, and the cursor to go on from. */
export async function readChanges(
  pool: Pool,
  region: number,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<ChangeList> {
  const cursor = readCursor(after)
  await inTransaction(pool, (db) => givePlaces(db, region))
  const items: ChangeItem[] = []
  let reached = cursor
  // The one at the cursor, a page, and one more to know whether there is more.
  const most = limit + 2
  const changes = await changesFrom(pool, region, cursor.place, most)
  for (const change of changes) {
    if (change.place === cursor.place && cursor.within === null) continue
    if (items.length >= limit) return { items, next: toText(reached), more: true }
    const begun = change.place === cursor.place ? (cursor.within ?? 0) : 0
    const page = await resourcesOf(pool, region, change, begun, limit - items.length)
    const known = await briefly(pool, region, page.ids)
    for (const id of page.ids) items.push(itemOf(change, id, known.get(id)))
    reached = { place: change.place, within: page.within }
    if (page.within !== null) return { items, next: toText(reached), more: true }
  }
  return { items, next: toText(reached), more: changes.length === most }
}

function toText({ place, within }: Cursor): string {
  return within === null ? place : `${place}:${within}`
}

function itemOf(
  { place, at, importNo }: PlacedChange,
  id: string,
  found: { kind: string; name: string } | undefined,
): ChangeItem {
  return {
    place,
    at: at.toISOString(),
    import: importNo,
    id,
    // As it is now: what was removed since is told as removed.
    what: found ? 'written' : 'removed',
    kind: found?.kind ?? null,
    name: found?.name ?? null,
  }
}

/** Resources of a change from where the last page ended; `within` is null where none is left. */
async function resourcesOf(
  pool: Pool,
  region: number,
  { importNo, subjects }: PlacedChange,
  begun: number,
  limit: number,
): Promise<{ ids: readonly string[]; within: number | null }> {
  if (importNo === null) {
    const ids = subjects.slice(begun, begun + limit)
    return { ids, within: begun + ids.length < subjects.length ? begun + ids.length : null }
  }
  const rows = await importSubjects(pool, region, { importNo, after: begun, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return { ids: page.map(({ id }) => id), within: rows.length > limit ? (page.at(-1)?.row ?? null) : null }
}
