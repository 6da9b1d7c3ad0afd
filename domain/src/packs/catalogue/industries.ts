import { evaluate } from '../../rules/answer/evaluate.js'
import { usesOf } from '../../rules/answer/uses.js'
import type { Subject } from '../../rules/facts.js'
import type { Library, Programme } from '../../rules/programme.js'

const known = new WeakMap<Library, Map<string, readonly string[] | null>>()

/**
 * The industries that a programme is for: those that its file names, without those that its conditions refuse
 * whatever else is known. Null where it is for all.
 */
export function industriesOf(library: Library, programme: Programme, on: string): readonly string[] | null {
  const byProgramme = known.get(library) ?? new Map<string, readonly string[] | null>()
  known.set(library, byProgramme)
  const key = `${programme.id} ${on.slice(0, 4)}`
  const before = byProgramme.get(key)
  if (before !== undefined) return before
  const found = decide(library, programme, on)
  byProgramme.set(key, found)
  return found
}

function decide(library: Library, programme: Programme, on: string): readonly string[] | null {
  const name = library.industry
  const all = [...(library.facts.get(name ?? '')?.options.keys() ?? [])]
  const named = programme.industries.length > 0 ? programme.industries : all
  const looksAt = name === null ? undefined : usesOf(library, programme.id, on)?.facts
  const asks = name !== null && (looksAt?.has(name) || looksAt?.has(`企业.${name}`))
  const left = asks ? named.filter((one) => !refuses(library, programme, one, name, on)) : named
  // One that refuses every industry, or is not in force, says nothing of industries.
  return left.length === 0 || left.length === all.length ? null : left
}

function refuses(
  library: Library,
  programme: Programme,
  industry: string,
  fact: string,
  on: string,
): boolean {
  const company: Subject = {
    id: '',
    name: '',
    audience: 'enterprise',
    facts: new Map([[fact, { value: { kind: 'choice', value: industry } }]]),
    records: new Map(),
  }
  const { audience } = programme
  const subject: Subject =
    audience === 'enterprise' ? company : { ...company, audience, facts: new Map(), owner: company }
  const [result] = evaluate(library, subject, { on, programmes: [programme.id], nearest: false })
  return result?.verdict === 'no' && result.code === undefined
}
