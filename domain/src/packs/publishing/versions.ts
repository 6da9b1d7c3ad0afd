import type { Library } from '../../rules/programme.js'

/** A programme whose version is another one than before, or that is gone (version null). */
export interface VersionChange {
  readonly programme: string
  readonly path: string
  readonly version: string | null
}

export interface KnownVersion {
  readonly programme: string
  readonly path: string
  readonly version: string | null
}

/** What must be recorded so that the latest versions are those of the library, by the programmes' ids. */
export function versionChanges(before: readonly KnownVersion[], library: Library): VersionChange[] {
  const known = new Map(before.map((one) => [one.programme, one]))
  const come = [...library.programmes.values()].flatMap(({ id, version, at }) => {
    const old = known.get(id)
    return old?.version === version && old.path === at.file ? [] : [{ programme: id, path: at.file, version }]
  })
  const gone = before
    .filter(({ programme, version }) => version !== null && !library.programmes.has(programme))
    .map(({ programme, path }) => ({ programme, path, version: null }))
  return [...come, ...gone].sort((a, b) => (a.programme < b.programme ? -1 : 1))
}
