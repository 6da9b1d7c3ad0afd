import type { Pool } from '../database/pool.js'
import { lastChange } from '../registry/store-changes.js'
import { type NameAnswer, type NameIndex, type NameQuery, nameIndex } from './index/name-index.js'
import { type Entry, NameTable } from './index/name-table.js'
import { allEntries, changedSince, entriesOf } from './store.js'

/** Names changed since all were read: once there are more, all are read anew. */
const MOST_CHANGED = 5_000

export interface NameKeeper {
  /** `fresh`: what was written before the question is looked for first. */
  search(region: number, query: NameQuery, fresh: boolean): Promise<NameAnswer>
}

interface Kept {
  readonly base: NameIndex
  /** Resources written since, null where one is gone; and an index of those that are there. */
  readonly changed: Map<string, Entry | null>
  recent: NameIndex | null
  upTo: string
}

/** Holds the names of a region and follows what is written to the registry. */
export function nameKeeper(pool: Pool, rest: () => Promise<void>): NameKeeper {
  const regions = new Map<number, Promise<Kept>>()
  let following: Promise<void> = Promise.resolve()

  const read = async (region: number): Promise<Kept> => {
    const upTo = await lastChange(pool, region)
    const table = new NameTable()
    for await (const entries of allEntries(pool, region)) {
      for (const entry of entries) if (entry.names.length > 0) table.add(entry)
      await rest()
    }
    return { base: await nameIndex(table, rest), changed: new Map(), recent: null, upTo }
  }
  const kept = (region: number): Promise<Kept> => {
    let found = regions.get(region)
    if (!found) {
      found = read(region)
      regions.set(region, found)
      found.catch(() => regions.delete(region))
    }
    return found
  }
  const follow = async (region: number): Promise<void> => {
    const names = await kept(region)
    const since = await changedSince(pool, region, names.upTo, MOST_CHANGED)
    if (since === null || names.changed.size + since.ids.length > MOST_CHANGED) {
      // Until all are read anew, the old ones answer.
      const anew = await read(region)
      regions.set(region, Promise.resolve(anew))
      return
    }
    if (since.ids.length === 0) return
    const there = await entriesOf(pool, region, since.ids)
    for (const id of since.ids) names.changed.set(id, null)
    for (const entry of there) names.changed.set(entry.id, entry)
    const table = new NameTable()
    for (const entry of names.changed.values()) if (entry) table.add(entry)
    names.recent = await nameIndex(table)
    names.upTo = since.upTo
  }
  return {
    async search(region, query, fresh) {
      await kept(region)
      if (fresh) {
        following = following.catch(() => {}).then(() => follow(region))
        await following
      }
      const { base, changed, recent } = await kept(region)
      const found = base.search({ ...query, except: changed })
      return recent === null ? found : together(found, recent.search(query), query.wanted ?? query.most)
    },
  }
}

function together(a: NameAnswer, b: NameAnswer, wanted: number): NameAnswer {
  const sum = (x: ReadonlyMap<number, number>, y: ReadonlyMap<number, number>) => {
    const both = new Map(x)
    for (const [key, count] of y) both.set(key, (both.get(key) ?? 0) + count)
    return both
  }
  return {
    hits: [...a.hits, ...b.hits].sort((x, y) => x.rank - y.rank).slice(0, wanted),
    total: a.total + b.total,
    more: a.more || b.more,
    kinds: sum(a.kinds, b.kinds),
    cities: sum(a.cities, b.cities),
  }
}
