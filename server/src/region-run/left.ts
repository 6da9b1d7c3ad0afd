import { Decided, OpenSets } from '@kehui/domain/packs/entitlements'
import { type BatchProgram, evaluate, type Programme, settle } from '@kehui/domain/rules'
import { appliesTo, type RegionColumns } from '../region-columns/index.js'
import { situationsOf } from '../registry/situations.js'
import type { Running } from './run.js'

const CHUNK = 250

/** Whether a programme is left to the interpreter: numbers that pass 64 bits, limits that are a share of an amount. */
export function isLeft({ plans }: BatchProgram, programme: string): boolean {
  const plan = plans.find(({ bound }) => bound.head.id === programme)
  return plan === undefined || plan.bound.bases.size > 0
}

/** Decides and settles a group of programmes subject by subject. */
export async function decideSingly(
  { pool, library, region, on }: Pick<Running, 'pool' | 'library' | 'region' | 'on'>,
  columns: RegionColumns,
  { engine }: Pick<BatchProgram, 'engine'>,
  group: readonly Programme[],
): Promise<Decided[]> {
  const made = group.map((programme) => {
    const bound = engine.bounds.get(programme)?.values().next().value
    if (!bound) throw new Error(`“${programme.id}” is not in force`)
    const decided = new Decided(bound.head, bound.pay !== null, new OpenSets(engine, bound))
    return { id: programme.id, decided, applies: appliesTo(columns, library, programme) }
  })
  const rows = Array.from({ length: columns.rows }, (_, row) => row)
  const concerned = rows.filter((row) => made.some(({ applies }) => hasBit(applies, row)))
  for (let first = 0; first < concerned.length; first += CHUNK) {
    const some = concerned.slice(first, first + CHUNK)
    const ids = some.map((row) => columns.subjects.at(row))
    const situated = await situationsOf(pool, library, region, ids)
    const byId = new Map(situated.map(({ situation }) => [situation.id, situation]))
    for (const [i, row] of some.entries()) {
      const situation = byId.get(ids[i] ?? '')
      if (!situation) continue
      const wanted = made.filter(({ applies }) => hasBit(applies, row)).map(({ id }) => id)
      const results = evaluate(library, situation, { on, programmes: wanted, nearest: false })
      for (const result of settle(library, results, { received: situation.received ?? [] })) {
        const into = made.find(({ id }) => id === result.programme)?.decided
        if (!into || result.verdict === 'no') continue
        const { min, max } = result.amountFen ?? { min: 0, max: 0 }
        const set = into.open.setOf(result.missing, result.judged)
        const paid = result.settled?.amountFen
        into.add(row, result.verdict === 'yes', [within64(min), within64(max)], set)
        into.kept.set(into.count - 1, result.settled?.kept === false ? 0 : 1)
        if (!into.pays) continue
        into.paidLeast.set(into.count - 1, within64(paid?.min ?? 0))
        into.paidMost.set(into.count - 1, within64(paid?.max ?? 0))
      }
    }
  }
  return made.map(({ decided }) => decided)
}

/** No budget passes it; the most of what is not known within a range so wide stands for no limit. */
const GREATEST = 2n ** 63n - 1n

function within64(fen: string | number): bigint {
  const amount = BigInt(fen)
  return amount > GREATEST ? GREATEST : amount
}

function hasBit(bits: Uint8Array, at: number): boolean {
  return (((bits[at >> 3] ?? 0) >> (at & 7)) & 1) === 1
}
