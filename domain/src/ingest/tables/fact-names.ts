import type { FactDef, Library } from '../../rules/index.js'
import { suggest } from '../../shared/suggest.js'

/** The facts that a table can hold, by every name under which a column may give them. */
export interface FactNames {
  readonly byName: ReadonlyMap<string, readonly FactDef[]>
  /** `高企研发费用` and `研发费用高企口径`. */
  readonly byCalibre: ReadonlyMap<string, readonly FactDef[]>
  /** Facts that `name` could mean by a part of their name or a slip of the pen. */
  near(name: string): FactDef[]
}

/** Letters, digits and characters alone, in small letters: `R&D cost` is `rdcost`. */
export function nameKey(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const made = new WeakMap<Library['facts'], FactNames>()

/** Made once a library: a table of 500 columns is looked through cell by cell for its header. */
export function factNames({ facts }: Library): FactNames {
  const known = made.get(facts) ?? makeNames([...facts.values()].filter((def) => def.derived === null))
  made.set(facts, known)
  return known
}

function makeNames(defs: readonly FactDef[]): FactNames {
  const byName = new Map<string, FactDef[]>()
  const byCalibre = new Map<string, FactDef[]>()
  const add = (map: Map<string, FactDef[]>, name: string, def: FactDef): void => {
    const before = map.get(name) ?? []
    if (name !== '' && !before.includes(def)) map.set(name, [...before, def])
  }
  for (const def of defs) {
    for (const name of [def.name, def.en, def.label.zh, def.label.en ?? '']) add(byName, nameKey(name), def)
    const own = nameKey(def.name)
    for (const calibre of def.calibres.keys())
      for (const name of [calibre + own, own + calibre, `${own}${calibre}口径`]) add(byCalibre, name, def)
  }
  const own = defs.map((def) => ({ def, name: nameKey(def.name) }))
  const slips = new Map(
    defs.flatMap((def) => [def.name, def.en].map((name) => [nameKey(name), def] as const)),
  )
  return { byName, byCalibre, near: (name) => near(name, own, slips) }
}

function near(
  name: string,
  facts: readonly { def: FactDef; name: string }[],
  slips: ReadonlyMap<string, FactDef>,
): FactDef[] {
  if (name.length < 2) return []
  const parts = facts.filter(
    ({ name: own }) => own.length >= 3 && (name.includes(own) || (name.length >= 3 && own.includes(name))),
  )
  if (parts.length > 0) return parts.slice(0, 8).map(({ def }) => def)
  if (name.length < 4) return []
  // One slip in four characters: fewer letters in common say nothing.
  const alike = [...slips.keys()].filter((other) => sharedCharacters(other, name) >= 0.6)
  const def = slips.get(suggest(name, alike) ?? '')
  return def ? [def] : []
}

function sharedCharacters(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  if (Math.min(a.length, b.length) < longer * 0.6) return 0
  return [...a].filter((character) => b.includes(character)).length / longer
}
