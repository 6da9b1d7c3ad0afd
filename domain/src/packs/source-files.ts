import type { Diagnostic } from '../shared/diagnostic.js'

/** One file of a pack; `path` is what messages name. */
export interface PackSource {
  readonly path: string
  readonly text: string
}

export interface PackSources {
  readonly pack: PackSource
  readonly facts: PackSource | null
  readonly ladders: PackSource | null
  readonly chains: PackSource | null
  readonly matching: PackSource | null
  readonly vocabulary: PackSource | null
  readonly programmes: readonly PackSource[]
}

/** Sorts files into packs: a pack is a folder with a `pack.yaml`. */
export function sortSources(files: readonly PackSource[], diagnostics: Diagnostic[]): PackSources[] {
  const roots = new Map<string, PackSource>()
  for (const file of files)
    if (/(^|\/)pack\.yaml$/.test(file.path)) roots.set(file.path.replace(/pack\.yaml$/, ''), file)
  for (const file of files) {
    const known = [...roots.keys()].some((root) => file.path.startsWith(root))
    if (!known)
      diagnostics.push({
        file: file.path,
        line: 1,
        column: 1,
        code: 'pack.missing',
        severity: 'error',
        message: 'This file belongs to no pack',
        expected: 'a pack.yaml in the folder of the pack',
      })
  }
  return [...roots].map(([root, pack]) => {
    const own = files.filter((f) => f.path.startsWith(root))
    const named = (name: string) => own.find((f) => f.path === `${root}${name}.yaml`) ?? null
    return {
      pack,
      facts: named('facts'),
      ladders: named('ladders'),
      chains: named('chains'),
      matching: named('matching'),
      vocabulary: named('vocabulary'),
      programmes: own
        .filter((f) => f.path.startsWith(`${root}programmes/`) && f.path.endsWith('.yaml'))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    }
  })
}
