import {
  evaluate,
  type Library,
  type Programme,
  type Result,
  settle,
  type Trace,
  usesOf,
} from '../../rules/index.js'
import { type Candidate, type SeenFact, situationFrom } from './candidate.js'
import { inputHash } from './input-hash.js'
import type { Exclusion } from './reason.js'
import { repetitionOf } from './repetition.js'
import { existenceOf, standingOf } from './standing.js'

/** A value that a decision rests on; `企业.` before the key where it is the owner's. */
export type Basis = SeenFact

export type LeadDecision =
  | {
      readonly outcome: 'lead'
      /** Null where the programme pays nothing. */
      readonly amountFen: { readonly min: bigint; readonly max: bigint } | null
      readonly basis: readonly Basis[]
      readonly inputHash: string
    }
  | {
      readonly outcome: 'excluded'
      readonly reasons: readonly Exclusion[]
      readonly basis: readonly Basis[]
      readonly inputHash: string
    }
  /** Not met, or not known to be: it stands on no list. */
  | { readonly outcome: 'unmet' }
  | { readonly outcome: 'open' }

export interface LeadQuestion {
  readonly programme: Programme
  readonly on: string
  /** Whether it is a lead of the list that this one follows: then it is told why it no longer is. */
  readonly wasLead?: boolean
}

/**
 * Whether somebody is to be paid without asking: registers alone say that the programme is met, it exists, is in good
 * standing, and has had nothing that excludes it.
 */
export function decideLead(library: Library, question: LeadQuestion, candidate: Candidate): LeadDecision {
  const { programme, on, wasLead = false } = question
  const asked = { on, programmes: [programme.id, ...rivalsOf(library, programme)], nearest: false }
  const sure = resultsOf(library, candidate, asked, true)
  const whole = resultsOf(library, candidate, asked, false)
  const [bySure, byAll] = [sure.get(programme.id), whole.get(programme.id)]
  if (!bySure || !byAll) return { outcome: 'unmet' }
  // Of most nothing is told, so that what it rests on is not gathered before it is known to be.
  const ground = () => ({
    basis: basisOf(library, programme, candidate, on),
    inputHash: inputHash(candidate, programme.version, on),
  })
  const excluded = (...reasons: Exclusion[]): LeadDecision => ({ outcome: 'excluded', reasons, ...ground() })
  const unsureOf = (): Exclusion =>
    bySure.verdict === 'unknown'
      ? { kind: 'declared', facts: [...bySure.missing, ...bySure.judged] }
      : { kind: 'contradicted', facts: contradictionsOf(library, programme, candidate, on) }
  const standing = [...existenceOf(candidate), ...standingOf(library, programme, candidate, on)]
  if (bySure.verdict !== 'yes') {
    if (byAll.verdict === 'yes') return excluded(unsureOf(), ...standing)
    const barred = onlyStandingFails(byAll) ? reasonsOfFailure(byAll, standing) : []
    if (barred.length > 0) return excluded(...barred)
    if (wasLead)
      return excluded(
        ...standing,
        bySure.verdict === 'unknown'
          ? { kind: 'open', facts: [...bySure.missing] }
          : { kind: 'unmet', conditions: failuresOf(bySure) },
      )
    return { outcome: byAll.verdict === 'no' ? 'unmet' : 'open' }
  }
  const { reasons, lessFen } = repetitionOf(programme, candidate, bySure, on)
  const found: Exclusion[] = [...standing, ...reasons]
  if (byAll.verdict === 'no')
    found.push({ kind: 'contradicted', facts: contradictionsOf(library, programme, candidate, on) })
  const preferred = byAll.settled
  if (preferred?.kept === false && preferred.because?.rule === 'excludes')
    found.push({ kind: 'preferred', programmes: preferred.because.programmes })
  const amountFen = amountOf(bySure, lessFen)
  if (found.length === 0 && lessFen > 0n && amountFen?.max === 0n) found.push({ kind: 'nothing-left' })
  if (found.length > 0) return excluded(...found)
  return { outcome: 'lead', amountFen, ...ground() }
}

/** Programmes that exclude it or are excluded by it, and those with which it shares a limit. */
function rivalsOf({ programmes }: Library, { id, excludes, stack }: Programme): string[] {
  const own = new Set(excludes.flatMap((one) => one.with))
  return [...programmes.values()]
    .filter((other) => {
      if (other.id === id) return false
      const excluding = own.has(other.id) || other.excludes.some((one) => one.with.includes(id))
      return excluding || (stack !== null && other.stack?.group === stack.group)
    })
    .map((other) => other.id)
}

function resultsOf(
  library: Library,
  candidate: Candidate,
  question: Parameters<typeof evaluate>[2],
  registersOnly: boolean,
): Map<string, Result> {
  const results = settle(library, evaluate(library, situationFrom(candidate, registersOnly), question))
  return new Map(results.map((result) => [result.programme, result]))
}

/** After limits that it shares with others, where it is kept among them. */
function amountOf({ amountFen, settled }: Result, lessFen: bigint) {
  const amount = settled?.kept ? settled.amountFen : amountFen
  if (!amount) return null
  const less = (fen: string) => (BigInt(fen) > lessFen ? BigInt(fen) - lessFen : 0n)
  return { min: less(amount.min), max: less(amount.max) }
}

/** The register's values that the programme and the checks look at. */
function basisOf(library: Library, programme: Programme, candidate: Candidate, on: string): Basis[] {
  const uses = usesOf(library, programme.id, on)?.facts ?? new Set<string>()
  const { status, barred } = library.standing
  const names = new Set([...uses, ...barred, ...(status === null ? [] : [status])])
  const of = (one: Candidate, prefix: string): Basis[] => {
    const seen = new Set<string>()
    return one.facts.flatMap((fact) => {
      const name = /^[^.@]+/.exec(fact.key)?.[0] ?? ''
      const used = names.has(prefix + name) || (prefix !== '' && names.has(name))
      if (!used || seen.has(fact.key) || !fact.fromRegister) return []
      seen.add(fact.key)
      return [{ ...fact, key: prefix + fact.key }]
    })
  }
  return [...of(candidate, ''), ...(candidate.owner ? of(candidate.owner, '企业.') : [])]
}

function contradictionsOf(
  library: Library,
  programme: Programme,
  candidate: Candidate,
  on: string,
): string[] {
  const uses = usesOf(library, programme.id, on)?.facts ?? new Set<string>()
  const register = situationFrom(candidate, true).facts
  return [...situationFrom(candidate).facts].flatMap(([key, { value }]) => {
    const known = register.get(key)?.value
    const name = /^[^.@]+/.exec(key)?.[0] ?? ''
    return uses.has(name) && JSON.stringify(known, plain) !== JSON.stringify(value, plain) ? [key] : []
  })
}

const plain = (_: string, one: unknown) => (typeof one === 'bigint' ? String(one) : one)

/** Whether all that the text asks for is met, but where it is and how it behaved. */
function onlyStandingFails({ verdict, trace }: Result): boolean {
  return (
    verdict === 'no' &&
    trace.need.every((one) => one.verdict === 'yes' || one.part === 'place' || one.part === 'standing')
  )
}

function reasonsOfFailure({ trace }: Result, standing: readonly Exclusion[]): Exclusion[] {
  const outside = trace.need.some(({ part, verdict }) => part === 'place' && verdict === 'no')
  return [...(outside ? [{ kind: 'out-of-region' } as const] : []), ...standing]
}

function failuresOf({ trace }: Result): string[] {
  const failed: readonly Trace[] = trace.need.filter(({ verdict }) => verdict === 'no')
  return failed.map(({ label, text }) => label ?? text)
}
