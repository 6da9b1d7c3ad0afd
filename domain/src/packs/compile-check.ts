import { bindProgramme } from '../rules/bind/bind.js'
import { newEngine } from '../rules/bind/engine.js'
import type { FactDef } from '../rules/facts.js'
import type { Library, Programme, Source } from '../rules/programme.js'
import { dayOf, parseDay } from '../shared/day.js'
import type { Diagnostic } from '../shared/diagnostic.js'
import type { FactsFile } from './facts.js'
import { NO_NOTES } from './item.js'
import type { Reader } from './reader.js'

/** Compiles every derived fact and every programme in each of its readings; what does not compile is told. */
export function compileProblems(
  library: Library,
  files: readonly (FactsFile & { readonly reader: Reader })[],
): Diagnostic[] {
  const derived = files.flatMap(({ facts, reader }) =>
    facts.flatMap(({ def, derivedAt }) => {
      const source = def.derived === null ? null : reader.source(derivedAt, 'derive')
      return source ? compile(library, definitionOf(def, source), null) : []
    }),
  )
  if (derived.length > 0) return derived
  return [...library.programmes.values()].flatMap((programme) => programmeProblems(library, programme))
}

/** What of a programme does not compile, in any of its readings. */
export function programmeProblems(library: Library, programme: Programme): Diagnostic[] {
  const readings = programme.readings ? [...programme.readings.options.keys()] : [null]
  return readings.flatMap((reading) => compile(library, programme, reading))
}

function compile(library: Library, programme: Programme, reading: string | null): readonly Diagnostic[] {
  return bindProgramme(newEngine(library, probeDay(programme)), programme, reading).problems
}

/** A day on which the programme is in force. */
export function probeDay({ examples, valid }: Programme): number {
  const [first] = examples
  return (first && parseDay(first.on)) ?? valid.from ?? valid.to ?? dayOf(2026, 1, 1)
}

/** A derived fact as a programme of one condition that holds it against its own unit. */
function definitionOf(fact: FactDef, source: Source): Programme {
  const text = fact.type === 'quantity' ? `(${source.text}) >= 0 ${fact.unit}` : source.text
  const at =
    fact.type === 'quantity' ? { ...source.at, column: Math.max(1, source.at.column - 1) } : source.at
  return {
    id: fact.name,
    pack: fact.pack,
    version: '',
    at,
    title: fact.label,
    summary: null,
    audience: fact.of[0] ?? 'enterprise',
    mode: '备案',
    benefit: 'title',
    calibre: null,
    period: '上年度',
    industries: [],
    valid: { from: null, to: null, stated: true },
    source: { document: '', number: null, issuer: null, date: null, url: null, via: null, verified: 'none' },
    place: null,
    requires: [],
    form: null,
    standing: [],
    need: [{ kind: 'expression', that: { text, at }, ...NO_NOTES, at }],
    define: new Map(),
    points: new Map(),
    grade: null,
    pay: null,
    grants: null,
    rank: null,
    allocate: null,
    shares: [],
    schedule: [],
    clawback: null,
    payee: null,
    excludes: [],
    stack: null,
    once: false,
    consumes: [],
    readings: null,
    calls: [],
    examples: [],
  }
}
