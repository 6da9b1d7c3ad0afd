import type { PackSource } from '@kehui/domain/packs'
import { fileHashes, filesHash, versionChanges } from '@kehui/domain/packs/publishing'
import type { Library } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import {
  type Cause,
  insertPublications,
  insertSnapshot,
  keepTexts,
  knownVersions,
  latestSnapshot,
  publishedTexts,
} from './store-snapshots.js'

export interface NewInForce {
  readonly files: readonly PackSource[]
  readonly library: Library
  readonly cause: Cause
  readonly at: Date
  /** The path that a person publishes or withdraws with it, who and why. */
  readonly act?: { readonly path: string; readonly by: string; readonly note: string | null }
}

/**
 * Writes what is in force from now on, unless the latest snapshot says the same: the texts, the snapshot, and a
 * publication of every programme whose version is new. Run it in a transaction that holds the lock of snapshots, after
 * the drafts say what is published.
 */
export async function recordSnapshot(db: Db, inForce: NewInForce): Promise<number> {
  const { files, library, cause, at, act } = inForce
  const hashes = fileHashes(files)
  const hash = filesHash(hashes)
  const latest = await latestSnapshot(db)
  if (latest?.hash === hash && act === undefined) return latest.id
  await keepTexts(
    db,
    files.map(({ path, text }) => ({ hash: hashes[path] ?? '', text })),
  )
  const published = new Map((await publishedTexts(db)).map((one) => [one.path, one]))
  const snapshot = await insertSnapshot(db, { hash, files: hashes, cause, at })
  const rows = versionChanges(await knownVersions(db), library).map((change) => {
    const own = act?.path === change.path ? act : undefined
    const held = published.get(change.path)
    const ofWeb = held !== undefined && held.hash === hashes[change.path]
    return {
      ...change,
      sourceHash: change.version === null ? null : (hashes[change.path] ?? null),
      origin: ofWeb ? ('web' as const) : ('file' as const),
      byName: own?.by ?? (ofWeb ? held.byName : null),
      note: own?.note ?? null,
    }
  })
  await insertPublications(db, snapshot, at, rows)
  return snapshot
}
