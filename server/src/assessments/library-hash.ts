import { createHash } from 'node:crypto'
import type { Library } from '@kehui/domain/rules'
import type { AppContext } from '../context.js'

const known = new WeakMap<Library, string>()

/** Names all programmes in force, and the program that decides by them: a result of another hash is stale. */
export function libraryHash({ library, version }: Pick<AppContext, 'library' | 'version'>): string {
  const before = known.get(library)
  if (before !== undefined) return before
  const versions = [...library.programmes.values()].map((p) => `${p.id} ${p.version}`).sort()
  const hash = createHash('sha256')
    .update([version, ...versions].join('\n'))
    .digest('hex')
    .slice(0, 32)
  known.set(library, hash)
  return hash
}
