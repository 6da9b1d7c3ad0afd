import { evaluate, inForce, readingOf } from '../rules/answer/evaluate.js'
import { withMachine } from '../rules/answer/outcome.js'
import { situationOf } from '../rules/answer/situation.js'
import { boundOf, engineFor } from '../rules/bind/engine.js'
import { REGISTERED_IN } from '../rules/bind/prelude.js'
import type { Threshold } from '../rules/compile/scope.js'
import type { Subject } from '../rules/facts.js'
import type { Slot } from '../rules/form.js'
import { compareRanges, type Machine, NO, YES } from '../rules/machine.js'
import { holds } from '../rules/node-table.js'
import { parseFacts } from '../rules/parse-facts.js'
import type { Example, Library, Programme } from '../rules/programme.js'
import { formatNumber } from '../rules/value.js'
import { parseDay } from '../shared/day.js'
import type { Diagnostic } from '../shared/diagnostic.js'
import * as range from '../shared/range.js'
import * as q from '../shared/rational.js'
import { expectationProblems } from './expectation.js'

export interface Checked {
  readonly programmes: number
  readonly examples: number
  readonly thresholds: number
  /** Examples that do not come out as they say. */
  readonly failures: readonly Diagnostic[]
  /** Thresholds without an example at them or one unit short of them. */
  readonly uncovered: readonly Diagnostic[]
}

/** Runs every example of every programme, and looks whether every threshold has one on each side. */
export function checkExamples(
  library: Library,
  { packs, programmes: ids }: { packs?: readonly string[]; programmes?: readonly string[] } = {},
): Checked {
  const programmes = [...library.programmes.values()].filter(
    (p) => (!packs || packs.includes(p.pack)) && (!ids || ids.includes(p.id)),
  )
  const failures: Diagnostic[] = []
  const uncovered: Diagnostic[] = []
  let thresholds = 0
  for (const programme of programmes) {
    const sides = new Map<string, Sides>()
    for (const example of programme.examples) failures.push(...runExample(library, programme, example, sides))
    if (programme.examples.length === 0)
      failures.push({
        ...programme.at,
        code: 'example.none',
        severity: 'error',
        message: `${programme.id} has no example`,
        expected: 'examples: with one on each side of every threshold',
      })
    thresholds += sides.size
    for (const [text, side] of sides) uncovered.push(...missingSides(programme, text, side))
  }
  return {
    programmes: programmes.length,
    examples: programmes.reduce((n, p) => n + p.examples.length, 0),
    thresholds,
    failures,
    uncovered,
  }
}

/** The example's facts as a subject; the place that the pack applies to is given with them. */
export function subjectOf(
  library: Library,
  programme: Programme,
  example: Example,
): { subject: Subject } | { problems: Diagnostic[] } {
  const facts =
    programme.place && !(REGISTERED_IN in example.facts)
      ? { [REGISTERED_IN]: library.places.path(programme.place.code), ...example.facts }
      : example.facts
  const parsed = parseFacts(library, { facts, ...(example.records ? { records: example.records } : {}) })
  if (parsed.ok)
    return {
      subject: {
        id: 'example',
        name: example.name,
        audience: programme.audience,
        facts: parsed.facts,
        records: parsed.records,
      },
    }
  return {
    problems: parsed.errors.map((e) => ({
      ...example.at,
      code: e.code,
      severity: 'error',
      message: `${example.name}: ${e.key}: ${e.message}`,
      ...(e.suggestion === undefined ? {} : { suggestion: e.suggestion }),
    })),
  }
}

function runExample(
  library: Library,
  programme: Programme,
  example: Example,
  sides: Map<string, Sides>,
): Diagnostic[] {
  const on = parseDay(example.on)
  const wrong = (code: string, message: string): Diagnostic[] => [
    { ...example.at, code, severity: 'error', message: `${example.name}: ${message}` },
  ]
  if (on === undefined) return wrong('example.on', `“${example.on}” is no date`)
  if (example.reading !== null && !programme.readings?.options.has(example.reading))
    return wrong('example.reading', `There is no reading “${example.reading}”`)
  const made = subjectOf(library, programme, example)
  if ('problems' in made) return made.problems
  const reading = example.reading === null ? {} : { reading: example.reading }
  const [result] = evaluate(library, made.subject, {
    on: example.on,
    programmes: [programme.id],
    nearest: false,
    ...reading,
  })
  if (!result)
    return wrong('example.left-out', 'The programme is left out: it has no subject of its audience')
  if (inForce(programme, on)) {
    const engine = engineFor(library, on)
    const bound = boundOf(engine, programme, readingOf(programme, reading))
    const situation = situationOf(engine, made.subject)
    withMachine(engine, situation.frame, situation.rows, (machine) =>
      noteSides(bound.thresholds, machine, sides, engine.tables.slots),
    )
  }
  return expectationProblems(example, result)
}

interface Sides {
  met: boolean
  short: boolean
  /** What to write to stand on each side, where the threshold is on one fact alone. */
  readonly hint: { readonly met: string; readonly short: string } | null
}

/** Which side of each threshold an example stands on, where it stands close enough. */
function noteSides(
  thresholds: ReadonlyMap<string, Threshold>,
  machine: Machine,
  sides: Map<string, Sides>,
  slots: readonly Slot[],
): void {
  const counts = new Map<string, number>()
  for (const threshold of thresholds.values()) {
    const nth = (counts.get(threshold.text) ?? 0) + 1
    counts.set(threshold.text, nth)
    const key = nth === 1 ? threshold.text : `${threshold.text} (${nth})`
    const reach = compareRanges(threshold.relation, threshold.left.span, threshold.right.span)
    const [left, right] = [machine.range(threshold.left), machine.range(threshold.right)]
    const side = sides.get(key) ?? {
      met: reach === NO,
      short: reach === YES,
      hint: hintOf(threshold, slots),
    }
    sides.set(key, side)
    const guard = threshold.guard ? machine.range(threshold.guard) : null
    if (!range.isPoint(left) || !range.isPoint(right) || (guard && range.containsZero(guard))) continue
    const order = q.compare(left.lo, right.lo)
    const distance = order < 0 ? q.subtract(right.lo, left.lo) : q.subtract(left.lo, right.lo)
    const far = q.compare(distance, machine.range(threshold.tolerance).hi)
    if (holds(threshold.relation, order))
      side.met ||= order === 0 || far < 0 || (far === 0 && !holds(threshold.relation, 0))
    else side.short ||= far <= 0
  }
}

/** `职工总数: 500 人` and `职工总数: 501 人`, for `职工总数 <= 500 人`. */
function hintOf({ left, right, relation, tolerance }: Threshold, slots: readonly Slot[]): Sides['hint'] {
  const slot = left.op === 'slot' ? slots[left.slot] : undefined
  if (!slot || right.op !== 'const' || tolerance.op !== 'const' || slot.fact.type !== 'quantity') return null
  const [limit, unit] = [right.value.lo, tolerance.value.hi]
  const below = relation === '<' || relation === '<='
  const beyond = holds(relation, 0) === below ? q.add(limit, unit) : q.subtract(limit, unit)
  const say = (x: q.Rational) => `${slot.fact.name}: ${formatNumber(x, slot.fact.dimension, 'zh')}`
  return holds(relation, 0)
    ? { met: say(limit), short: say(beyond) }
    : { met: say(beyond), short: say(limit) }
}

function missingSides(programme: Programme, text: string, { met, short, hint }: Sides): Diagnostic[] {
  if (met && short) return []
  const lacks = met ? 'one unit short of' : short ? 'at' : 'at and one unit short of'
  return [
    {
      ...programme.at,
      code: 'example.uncovered',
      severity: 'error',
      message: `${programme.id}: no example stands ${lacks} “${text}”`,
      expected: 'an example at the threshold and one a unit short of it',
      ...(hint ? { suggestion: met ? hint.short : hint.met } : {}),
    },
  ]
}
