import { loadPacks } from '@kehui/domain/packs'
import type { Library } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { findSnapshot, textsOf } from './store-snapshots.js'

/** Libraries by the hash of their files: each holds some megabytes, and no more than two are compared at a time. */
const KEPT = 4
const libraries = new Map<string, Library>()

/** The library as it was in force with a snapshot, rebuilt from the texts that were kept. */
export async function libraryAt(db: Db, snapshotId: number): Promise<Library> {
  const snapshot = await findSnapshot(db, snapshotId)
  if (!snapshot) throw new HttpError('snapshot.not-found', { id: snapshotId })
  const known = libraries.get(snapshot.hash)
  if (known) return remember(snapshot.hash, known)
  const loaded = loadPacks(await filesAt(db, snapshot.files))
  if (loaded.ok) return remember(snapshot.hash, loaded.library)
  const [first] = loaded.diagnostics
  throw new HttpError('snapshot.unreadable', {
    id: snapshotId,
    problem: first ? `${first.file}:${first.line}:${first.column} ${first.message}` : '',
  })
}

/** The files of a snapshot, in the order of their paths. */
export async function filesAt(
  db: Db,
  files: Readonly<Record<string, string>>,
): Promise<{ path: string; text: string }[]> {
  const texts = await textsOf(db, Object.values(files))
  return Object.entries(files)
    .map(([path, hash]) => {
      const text = texts.get(hash)
      if (text === undefined) throw new Error(`the text ${hash} of ${path} is not kept`)
      return { path, text }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function remember(hash: string, library: Library): Library {
  libraries.delete(hash)
  libraries.set(hash, library)
  const [oldest] = libraries.keys()
  if (libraries.size > KEPT && oldest !== undefined) libraries.delete(oldest)
  return library
}
