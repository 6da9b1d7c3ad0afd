import { type BatchProgram, compileBatch } from '../../rules/batch/program.js'
import { boundOf, newEngine } from '../../rules/bind/engine.js'
import type { Subject } from '../../rules/facts.js'
import { parseDay } from '../../shared/day.js'
import { loadPacks } from '../load.js'
import { type Decision, interpreted } from './testing-decisions.js'
import { packOf, type Sketch, smaller, textOf } from './testing-programmes.js'

/** What another back end decides: for each subject, for each programme of the batch. */
export type BackEnd = (
  program: BatchProgram,
  subjects: readonly Subject[],
) => Decision[][] | Promise<Decision[][]>

/** Undefined where the generated programmes do not load, as when a case is cut away that a divisor needs. */
export function programOf(sketches: readonly Sketch[], on = '2026-11-24'): BatchProgram | undefined {
  const loaded = loadPacks(packOf(sketches))
  if (!loaded.ok) return undefined
  const { library } = loaded
  const engine = newEngine(library, parseDay(on) ?? 0)
  return compileBatch(
    engine,
    [...library.programmes.values()].map((p) => boundOf(engine, p, null)),
  )
}

/** The first decision in which they differ, or null. */
export async function firstDifference(
  program: BatchProgram,
  subjects: readonly Subject[],
  other: BackEnd,
): Promise<{ row: number; plan: number; expected: Decision; actual: Decision } | null> {
  const [expected, actual] = [interpreted(program, subjects), await other(program, subjects)]
  for (const [row, decisions] of expected.entries())
    for (const [plan, decision] of decisions.entries()) {
      const others = actual[row]?.[plan] ?? 'none'
      if (others !== decision) return { row, plan, expected: decision, actual: others }
    }
  return null
}

/** The smallest programme and the fewest facts in which they still differ, as text that a regression test can hold. */
export async function smallestCase(sketch: Sketch, subject: Subject, other: BackEnd): Promise<string> {
  const differ = async (s: Sketch, who: Subject) => {
    const program = programOf([s])
    return program ? firstDifference(program, [who], other) : null
  }
  const [least, who] = await shrunk(sketch, subject, async (s, w) => (await differ(s, w)) !== null)
  const difference = await differ(least, who)
  const facts = [...who.facts].map(([key, { value }]) => `  ${key}: ${inspect(value)}`)
  return [
    textOf(least),
    `facts of ${who.audience}:`,
    ...facts,
    ...[...who.records].map(([name, rows]) => `  ${name}: ${inspect(rows.map((r) => [...r]))}`),
    ...(who.owner ? ['  and those of an owner'] : []),
    `interpreter: ${difference?.expected ?? 'agrees when alone'}`,
    `the other:   ${difference?.actual ?? 'agrees when alone'}`,
  ].join('\n')
}

async function shrunk(
  sketch: Sketch,
  subject: Subject,
  differ: (s: Sketch, who: Subject) => Promise<boolean>,
): Promise<[Sketch, Subject]> {
  for (const less of smaller(sketch)) if (await differ(less, subject)) return shrunk(less, subject, differ)
  for (const less of poorer(subject)) if (await differ(sketch, less)) return shrunk(sketch, less, differ)
  return [sketch, subject]
}

/** The same subject with one fact less. */
function* poorer(subject: Subject): Generator<Subject> {
  const { owner, ...alone } = subject
  if (owner) yield alone
  for (const key of subject.facts.keys()) yield { ...subject, facts: without(subject.facts, key) }
  for (const [name, rows] of subject.records) {
    yield { ...subject, records: without(subject.records, name) }
    for (const i of rows.keys())
      yield {
        ...subject,
        records: new Map(subject.records).set(
          name,
          rows.filter((_, k) => k !== i),
        ),
      }
  }
}

function without<T>(map: ReadonlyMap<string, T>, key: string): Map<string, T> {
  const less = new Map(map)
  less.delete(key)
  return less
}

function inspect(value: unknown): string {
  return JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? v.toString() : v))
}
