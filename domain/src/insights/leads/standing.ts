import type { FactDef, Library, Programme, Value } from '../../rules/index.js'
import { parseDay } from '../../shared/day.js'
import { parseSocialCreditCode } from '../../shared/social-credit-code.js'
import type { Candidate, SeenFact } from './candidate.js'
import type { Exclusion } from './reason.js'

/** Kinds of subject that a social credit code is given to. */
const CODED: readonly string[] = ['enterprise', 'institution', 'incubator']

/** Whether it exists: what has a code of its own must have one that holds, and what has none, an owner that does. */
export function existenceOf({ audience, creditCode, owner }: Candidate): Exclusion[] {
  if (!CODED.includes(audience)) return owner ? existenceOf(owner) : []
  if (creditCode === null) return [{ kind: 'no-code' }]
  return parseSocialCreditCode(creditCode).ok ? [] : [{ kind: 'bad-code', code: creditCode }]
}

/** What a register says of its existence and conduct; what none says was not checked, which is not the same as good. */
export function standingOf(
  library: Library,
  { standing }: Pick<Programme, 'standing'>,
  candidate: Candidate,
  on: string,
): Exclusion[] {
  const { status, ended, barred } = library.standing
  const names = new Set([...barred, ...standing.map(({ text }) => text)])
  const found: Exclusion[] = []
  const state = status === null ? null : lookUp(library, status, candidate)
  if (state) {
    const value = state.seen?.value
    if (value?.kind !== 'choice') found.push({ kind: 'unchecked', fact: state.def.name })
    else if (ended.includes(value.value))
      found.push({ kind: 'ended', fact: state.def.name, value: value.value })
  }
  for (const name of names) {
    const looked = lookUp(library, name, candidate)
    if (!looked) continue
    const { def, seen } = looked
    if (!seen) found.push({ kind: 'unchecked', fact: def.name })
    else if (isYes(seen.value)) found.push({ kind: 'barred', fact: def.name })
    else found.push(...staleness(def, seen, on))
  }
  return found
}

/** Null where such a fact is told neither of it nor of its owner. */
function lookUp(
  library: Library,
  name: string,
  candidate: Candidate,
): { def: FactDef; seen: SeenFact | undefined } | null {
  const def = library.facts.get(name)
  if (!def) return null
  if (def.of.includes(candidate.audience)) {
    const seen = candidate.facts.filter((fact) => fact.key.split('@')[0] === name && fact.fromRegister)
    return { def, seen: latest(seen) }
  }
  return candidate.owner ? lookUp(library, name, candidate.owner) : null
}

/** Of a fact that is told by year the last year counts; of several values of one year the first. */
function latest(facts: readonly SeenFact[]): SeenFact | undefined {
  return facts.reduce<SeenFact | undefined>(
    (best, fact) => (!best || fact.key > best.key ? fact : best),
    undefined,
  )
}

function isYes(value: Value): boolean {
  return value.kind === 'yes-no' && value.value
}

function staleness({ name, negative }: FactDef, { observedAt }: SeenFact, on: string): Exclusion[] {
  const maxAgeDays = negative?.maxAgeDays ?? null
  const [seen, day] = [parseDay(observedAt), parseDay(on)]
  if (maxAgeDays === null || seen === undefined || day === undefined || day - seen <= maxAgeDays) return []
  return [{ kind: 'stale', fact: name, observedAt, maxAgeDays }]
}
