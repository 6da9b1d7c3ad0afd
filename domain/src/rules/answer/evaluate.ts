import { parseDay } from '../../shared/day.js'
import * as q from '../../shared/rational.js'
import { suggest } from '../../shared/suggest.js'
import { inLang, type Lang } from '../../shared/text.js'
import type { Bound } from '../bind/bound.js'
import { boundOf, type Engine, engineFor, type Plan } from '../bind/engine.js'
import { AUDIENCES, type Audience, type Subject } from '../facts.js'
import type { Slot } from '../form.js'
import { bandOf, type Machine, NO, UNKNOWN } from '../machine.js'
import type { Library, Programme } from '../programme.js'
import type { AmountFen, Result, Trace } from '../result.js'
import { DisplayKeys } from './display-key.js'
import { OpenFacts } from './missing.js'
import { nearestChanges } from './nearest.js'
import { openParts } from './open.js'
import { type Outcome, outcomeOf, withMachine } from './outcome.js'
import { type Situation, situationOf } from './situation.js'
import { amountFen, pointsOf, Tracer, verdictOf } from './trace.js'

export interface Question {
  /** The decision date, `2026-11-24`. */
  readonly on: string
  /** Only these programmes; one that is not in force is then answered “no” instead of left out. */
  readonly programmes?: readonly string[]
  readonly packs?: readonly string[]
  /** Which reading of an open text: by programme, or one for all that have it. */
  readonly reading?: Readonly<Record<string, string>> | string
  readonly lang?: Lang
  /** Whether to look for the nearest change; it is most of the work. */
  readonly nearest?: boolean
}

/** A question that cannot be answered: a date, a programme or a reading that is not. */
export class QuestionError extends Error {
  readonly code: string
  readonly suggestion: string | undefined

  constructor(code: string, message: string, suggestion?: string) {
    super(message)
    this.name = 'QuestionError'
    this.code = code
    this.suggestion = suggestion
  }
}

/** Decides every programme for one subject. Programmes for another kind of subject, of which nothing is known, are left out. */
export function evaluate(library: Library, subject: Subject, question: Question): Result[] {
  const on = parseDay(question.on)
  if (on === undefined)
    throw new QuestionError('question.date', `“${question.on}” is no date; write 2026-11-24`)
  const engine = engineOf(library, on, question)
  const { bounds, outOfForce } = planFor(engine, audiencesOf(library, subject), question)
  const situation = situationOf(engine, subject)
  const results = withMachine(engine, situation.frame, situation.rows, (machine) => {
    const answer = new Answer(engine, situation, machine, question)
    return bounds.map((bound) => answer.result(bound))
  })
  return outOfForce.length === 0
    ? results
    : [...results, ...outOfForce.map((p) => notInForce(p, subject, question.lang ?? 'zh'))]
}

/**
 * The engine of a date with all that is in force bound, as a region's batch has it: whichever is asked for first, and
 * of whom, the same facts bound one another.
 */
function engineOf(library: Library, on: number, question: Pick<Question, 'reading'>): Engine {
  const { reading } = question
  const engine = engineFor(library, on, reading === undefined ? '' : JSON.stringify(reading))
  if (complete.has(engine)) return engine
  for (const programme of library.programmes.values()) {
    if (!inForce(programme, on)) continue
    const { id, readings } = programme
    const own = typeof reading === 'string' ? reading : reading?.[id]
    const isOption = own !== undefined && readings?.options.has(own)
    boundOf(engine, programme, readings ? (isOption ? own : readings.default) : null)
  }
  complete.add(engine)
  return engine
}

const complete = new WeakSet<Engine>()

/** The programmes to decide; those out of force are told of only where they are asked for by name. */
function planFor(engine: Engine, audiences: ReadonlySet<Audience>, question: Question): Plan {
  const { programmes, packs, reading } = question
  const usual = programmes === undefined && reading === undefined
  const key = usual ? `${[...audiences].join()} ${packs?.join() ?? '*'}` : ''
  const before = usual ? engine.plans.get(key) : undefined
  if (before) return before
  const asked = chosen(engine.library, question).filter((p) => audiences.has(p.audience))
  const made: Plan = {
    bounds: asked.filter((p) => inForce(p, engine.on)).map((p) => boundOf(engine, p, readingOf(p, question))),
    outOfForce: programmes ? asked.filter((p) => !inForce(p, engine.on)) : [],
  }
  if (usual) engine.plans.set(key, made)
  return made
}

function chosen(library: Library, { programmes, packs }: Question): Programme[] {
  const all = [...library.programmes.values()]
  const inPacks = packs ? all.filter((p) => packs.includes(p.pack)) : all
  if (!programmes) return inPacks
  return programmes.map((id) => {
    const programme = library.programmes.get(id)
    if (!programme)
      throw new QuestionError(
        'question.programme',
        `There is no programme “${id}”`,
        suggest(id, library.programmes.keys()),
      )
    return programme
  })
}

export function inForce({ valid }: Programme, on: number): boolean {
  return (valid.from === null || valid.from <= on) && (valid.to === null || on <= valid.to)
}

export function readingOf(
  { id, readings }: Programme,
  { reading }: Pick<Question, 'reading'>,
): string | null {
  if (!readings) return null
  const own = typeof reading === 'string' ? reading : reading?.[id]
  if (own === undefined || (typeof reading === 'string' && !readings.options.has(own)))
    return readings.default
  if (readings.options.has(own)) return own
  throw new QuestionError(
    'question.reading',
    `“${id}” has no reading “${own}”; it has ${[...readings.options.keys()].join(', ')}`,
  )
}

/** What a subject can be evaluated as: itself, and a flat set of a project's facts is one project of its own. */
export function audiencesOf({ facts, records }: Library, subject: Subject): ReadonlySet<Audience> {
  const found = new Set<Audience>([subject.audience])
  const add = (of: readonly Audience[] | undefined) => {
    if (of && of.length < AUDIENCES.length && !of.includes(subject.audience))
      for (const audience of of) found.add(audience)
  }
  for (const key of subject.facts.keys()) add(facts.get(nameOfKey(key))?.of)
  for (const name of subject.records.keys()) add(records.get(name)?.of)
  return found
}

function nameOfKey(key: string): string {
  const end = key.search(/[.@]/)
  return end < 0 ? key : key.slice(0, end)
}

class Answer {
  readonly lang: Lang
  private readonly engine: Engine
  private readonly situation: Situation
  private readonly machine: Machine
  private readonly tracer: Tracer
  private readonly openFacts: OpenFacts
  private readonly keys = new DisplayKeys()
  private readonly subjects = new Map<Audience, Result['subject']>()
  private readonly withNearest: boolean

  constructor(engine: Engine, situation: Situation, machine: Machine, question: Question) {
    this.engine = engine
    this.situation = situation
    this.machine = machine
    this.lang = question.lang ?? 'zh'
    this.tracer = new Tracer(machine, situation, this.lang)
    this.openFacts = new OpenFacts(machine, engine.tables.slots)
    this.withNearest = question.nearest ?? true
  }

  result(bound: Bound): Result {
    const { head } = bound
    const outcome = outcomeOf(this.engine, bound, this.machine, this.situation.rows)
    const amount = amountOf(bound, outcome)
    const moves =
      this.withNearest && outcome.truth === NO
        ? nearestChanges(this.engine, bound, this.situation, this.lang)
        : NO_MOVES
    const open = this.open(bound, outcome)
    // One literal with all its fields: an evaluation makes hundreds of these.
    return {
      programme: head.id,
      pack: head.pack,
      version: head.version,
      subject: this.subjectAs(head.audience),
      title: this.lang === 'zh' ? head.zh : head.en,
      mode: head.mode,
      benefit: head.benefit,
      verdict: verdictOf(outcome.truth),
      amountFen: amount,
      unverified: head.unverified,
      points: outcome.score && pointsOf(outcome.score),
      grades: gradesOf(bound, this.machine),
      missing: open.missing,
      asks: open.asks,
      judged: open.judged,
      nearest: moves.open,
      nextYear: moves.closed,
      together: bound.bases.size > 0 ? this.together(bound) : NO_LIMITS,
      settled: null,
      grants: outcome.truth === NO ? null : head.grants,
      reading: bound.reading,
      trace: this.trace(bound, outcome, amount),
    }
  }

  private subjectAs(audience: Audience): Result['subject'] {
    const before = this.subjects.get(audience)
    if (before) return before
    const { id, name } = this.situation.subject
    const made = { id, name, audience }
    this.subjects.set(audience, made)
    return made
  }

  /** How a refused programme would have paid is no reason for its verdict. */
  private trace(bound: Bound, { truth }: Outcome, amount: AmountFen | null): Result['trace'] {
    const refused = truth === NO
    const need = new Array<Trace>(bound.checks.length)
    let i = 0
    for (const check of bound.checks) {
      need[i] = this.tracer.check(check, !refused || this.machine.truth(check.cond) !== UNKNOWN)
      i += 1
    }
    return {
      need,
      points: bound.points.length === 0 ? NO_POINTS : bound.points.map(({ term }) => this.tracer.term(term)),
      pay: bound.pay && amount ? this.tracer.pay(bound.pay, amount) : null,
    }
  }

  private together({ bases, programme }: Bound): Result['together'] {
    return [...bases].flatMap(([i, base]) => {
      const exclusion = programme.excludes[i]
      if (typeof exclusion?.resolve !== 'object') return []
      const { share } = exclusion.resolve
      const { lo, hi } = this.machine.range(base)
      const limit = {
        min: q.floor(q.multiply(lo, share)).toString(),
        max: q.floor(q.multiply(hi, share)).toString(),
      }
      return [{ with: [...exclusion.with], limitFen: limit }]
    })
  }

  private open(bound: Bound, outcome: Outcome): Pick<Result, 'missing' | 'asks' | 'judged'> {
    const parts = openParts(bound, outcome)
    if (!parts) return NOTHING_OPEN
    const { slots, records, judged } = this.openFacts.in(parts.verdict, parts.amount)
    const { calibre } = bound.programme
    const asked = slots.every(isAskable) ? slots : slots.filter(isAskable)
    const missing = asked.map((slot) => this.keys.of(slot, calibre))
    const asks = asked.map((slot) => this.tracer.fact(slot.index))
    for (const { name } of records) {
      missing.push(name)
      asks.push({ key: name, name, value: null })
    }
    if (asked === slots && judged.size === 0) return { missing, asks, judged: NONE_JUDGED }
    const unasked = slots.filter((slot) => !isAskable(slot)).map((slot) => slot.fact.name)
    return { missing, asks, judged: [...unasked, ...judged] }
  }
}

function isAskable({ fact }: Slot): boolean {
  return fact.askable
}

const NONE_JUDGED: Result['judged'] = []
const NO_LIMITS: Result['together'] = []
const NO_POINTS: Result['trace']['points'] = []
const NO_MOVES = { open: [], closed: [] }
const NOTHING_OPEN: Pick<Result, 'missing' | 'asks' | 'judged'> = { missing: [], asks: [], judged: [] }

/** Nothing is promised while the verdict is open, nor where the text says only “at most”. */
function amountOf({ pay }: Bound, { truth, amount }: Outcome): AmountFen | null {
  if (truth === NO || !pay || !amount) return null
  const whole = amountFen(amount)
  return pay.upper || truth === UNKNOWN ? { min: '0', max: whole.max } : whole
}

function gradesOf({ grade }: Bound, machine: Machine): string[] | null {
  if (!grade) return null
  const of = machine.range(grade.of)
  return grade.names.slice(bandOf(of.lo, grade.starts), bandOf(of.hi, grade.starts) + 1)
}

function notInForce(programme: Programme, subject: Subject, lang: Lang): Result {
  return {
    programme: programme.id,
    pack: programme.pack,
    version: programme.version,
    subject: { id: subject.id, name: subject.name, audience: programme.audience },
    title: inLang(programme.title, lang),
    mode: programme.mode,
    benefit: programme.benefit,
    verdict: 'no',
    code: 'rule.not-in-force',
    amountFen: null,
    unverified: false,
    points: null,
    grades: null,
    missing: [],
    asks: [],
    judged: [],
    nearest: [],
    nextYear: [],
    together: [],
    settled: null,
    grants: null,
    reading: null,
    trace: { need: [], points: [], pay: null },
  }
}
