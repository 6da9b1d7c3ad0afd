import { type Static, Type } from 'typebox'
import { evaluate } from '../../rules/answer/evaluate.js'
import type { Example, Library, Programme } from '../../rules/programme.js'
import { AmountFen, Points, Verdict } from '../../rules/result.js'
import { parseDay } from '../../shared/day.js'
import type { Diagnostic } from '../../shared/diagnostic.js'
import { checkExamples, subjectOf } from '../check.js'
import type { PackSource } from '../source-files.js'
import { withProgramme } from './with-programme.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()

/** One thing that is wrong with a text, and where. */
export const DraftProblem = Type.Object({
  line: Type.Integer(),
  column: Type.Integer(),
  code: text,
  message: text,
  expected: Nullable(text),
  suggestion: Nullable(text),
})
export type DraftProblem = Static<typeof DraftProblem>

/** A worked case: what it expects, and what comes out. Only what is expected is compared. */
export const ExampleRun = Type.Object({
  name: text,
  on: text,
  line: Type.Integer(),
  reading: Nullable(text),
  expected: Type.Object({
    verdict: Verdict,
    amount: Nullable(text),
    points: Nullable(text),
    grade: Nullable(text),
    missing: Nullable(Type.Array(text)),
  }),
  actual: Nullable(
    Type.Object({
      verdict: Verdict,
      amountFen: Nullable(AmountFen),
      points: Nullable(Points),
      grades: Nullable(Type.Array(text)),
      missing: Type.Array(text),
    }),
  ),
  problems: Type.Array(text),
})
export type ExampleRun = Static<typeof ExampleRun>

export const DraftCheck = Type.Object({
  /** True where it loads, every example comes out as it says and every threshold is covered. */
  ok: Type.Boolean(),
  problems: Type.Array(DraftProblem, { description: 'Why it does not load; empty where it does' }),
  examples: Type.Array(ExampleRun),
  failures: Type.Array(DraftProblem, { description: 'Examples that do not come out as they say' }),
  thresholds: Type.Integer(),
  uncovered: Type.Array(DraftProblem, { description: 'Thresholds without an example on each side' }),
})
export type DraftCheck = Static<typeof DraftCheck>

export interface CheckedDraft {
  readonly check: DraftCheck
  /** Null where the text does not load. */
  readonly programme: Programme | null
  readonly library: Library | null
}

export interface DraftText {
  readonly programme: string
  readonly pack: string
  readonly source: PackSource
}

/** Does for one programme in the making what `kehui check` does for a pack, in the library that it would join. */
export function checkDraft(library: Library, draft: DraftText): CheckedDraft {
  const found = withProgramme(library, draft.pack, draft.source)
  if (!found.ok) return refused(found.diagnostics)
  const { programme } = found
  const other = otherId(programme, draft.programme)
  if (other) return refused([other])
  const checked = checkExamples(found.library, { programmes: [programme.id] })
  return {
    programme,
    library: found.library,
    check: {
      ok: checked.failures.length === 0 && checked.uncovered.length === 0,
      problems: [],
      examples: programme.examples.map((one) => runOf(found.library, programme, one, checked.failures)),
      failures: checked.failures.map(problemOf),
      thresholds: checked.thresholds,
      uncovered: checked.uncovered.map(problemOf),
    },
  }
}

/** A text keeps the id of the programme that it is a draft of. */
export function otherId({ id, at }: Programme, wanted: string): Diagnostic | null {
  if (id === wanted) return null
  const message = `This draft is of “${wanted}”, the text of “${id}”`
  return { ...at, code: 'draft.other-id', severity: 'error', message, expected: `id: ${wanted}` }
}

function refused(diagnostics: readonly Diagnostic[]): CheckedDraft {
  const problems = diagnostics.map(problemOf)
  const check = { ok: false, problems, examples: [], failures: [], thresholds: 0, uncovered: [] }
  return { check, programme: null, library: null }
}

export function problemOf({ line, column, code, message, expected, suggestion }: Diagnostic): DraftProblem {
  return { line, column, code, message, expected: expected ?? null, suggestion: suggestion ?? null }
}

function runOf(
  library: Library,
  programme: Programme,
  example: Example,
  failures: readonly Diagnostic[],
): ExampleRun {
  const { name, on, reading, expect, at } = example
  const own = failures.filter((f) => f.line === at.line && f.column === at.column)
  const span = (pair: readonly [string, string] | null) =>
    pair && (pair[0] === pair[1] ? pair[0] : `${pair[0]}..${pair[1]}`)
  return {
    name,
    on,
    line: at.line,
    reading,
    expected: {
      verdict: expect.verdict,
      amount: span(expect.amount),
      points: span(expect.points),
      grade: expect.grade,
      missing: expect.missing && [...expect.missing],
    },
    actual: answerTo(library, programme, example),
    problems: own.map(({ message }) => message.replace(`${name}: `, '')),
  }
}

function answerTo(library: Library, programme: Programme, example: Example): ExampleRun['actual'] {
  const { on, reading } = example
  if (parseDay(on) === undefined) return null
  if (reading !== null && !programme.readings?.options.has(reading)) return null
  const made = subjectOf(library, programme, example)
  if ('problems' in made) return null
  const [result] = evaluate(library, made.subject, {
    on,
    programmes: [programme.id],
    nearest: false,
    ...(reading === null ? {} : { reading }),
  })
  if (!result) return null
  const { verdict, amountFen, points, grades, missing } = result
  return { verdict, amountFen, points, grades, missing }
}
