import type { Plan } from '../batch/program.js'
import type { RecordsNum } from '../batch/records.js'
import { add, greatest, least, multiply } from './arithmetic.js'
import type { Ends, Expressions, Rows, Sql } from './expression.js'
import type { Facts } from './facts.js'
import type { Forms } from './forms.js'
import type { Chunk } from './layers.js'

/** As the interpreter: enough for the options of two facts. */
const MOST_CASES = 32

/** The ways that open facts of a row can be. */
export interface Ways {
  /** A row for each combination; nothing where no fact can be parted. */
  readonly from: readonly Chunk[]
  readonly facts: Facts
  readonly anyOpen: Sql
}

interface Parting {
  readonly slot: number
  readonly cuts: readonly bigint[]
  readonly ends: Ends
}

export function waysOf(forms: Forms, plan: Plan, rows: Rows): Ways {
  const { x, facts } = forms
  const partings = plan.cases.flatMap(({ slot, at, count }): Parting[] => {
    const ends = facts.ends(slot)
    const cuts = Array.from({ length: count }, (_, i) => forms.constant(at + i))
    const inside = cuts.filter((cut) => ends.lo.lo < cut && cut <= ends.hi.hi)
    return inside.length > 0 ? [{ slot, cuts: inside, ends }] : []
  })
  const parted = new Map<number, Ends>()
  const isParted = limits(x, partings)
  const from = partings.flatMap((parting, i) => {
    const { lo, hi } = bounds(parting)
    const cast = x.number(lo).type === 'numeric' || x.number(hi).type === 'numeric' ? '::numeric' : ''
    const end = (name: string) => x.column(`w${i}.${name}${cast}`, lo, hi, false, rows)
    parted.set(parting.slot, {
      lo: greatest(x, [end('a'), parting.ends.lo]),
      hi: least(x, [end('b'), parting.ends.hi]),
    })
    return [...(i > 0 ? [', '] : []), table(parting, isParted !== null, i)]
  })
  const where = partings.flatMap(({ ends }, i): Chunk[] => {
    const use = isParted?.[i]
    const meets: Chunk[] = [`w${i}.a <= `, ends.hi, ` AND w${i}.b >= `, ends.lo]
    return [i > 0 ? ' AND ' : ' WHERE ', ...(use ? [`w${i}.p = `, use, ' AND '] : []), ...meets]
  })
  return {
    from: [...from, ...where],
    facts: new PartedFacts(facts, parted),
    anyOpen: x.or(...partings.map(({ ends: { lo, hi } }) => x.below(lo, hi))),
  }
}

function bounds({ ends }: Parting): { lo: bigint; hi: bigint } {
  return { lo: ends.lo.lo, hi: ends.hi.hi }
}

/** The spans between cuts, and where some facts may stay whole, one span of all. */
function table({ cuts, ...parting }: Parting, mayStayWhole: boolean, i: number): string {
  const { lo, hi } = bounds({ cuts, ...parting })
  const spans = [lo, ...cuts].map((from, k) => `(true, ${typed(from)}, ${typed((cuts[k] ?? hi + 1n) - 1n)})`)
  if (mayStayWhole) spans.push(`(false, ${typed(lo)}, ${typed(hi)})`)
  return `(VALUES ${spans.join(', ')}) w${i}(p, a, b)`
}

function typed(n: bigint): string {
  return `(${n})::${n > -(2n ** 63n) && n < 2n ** 63n ? 'int8' : 'numeric'}`
}

/** Whether each fact is parted, one after the other, as long as there are not too many ways; null where there cannot be. */
function limits(x: Expressions, partings: readonly Parting[]): Sql[] | null {
  const most = partings.map(({ cuts }) => cuts.length + 1).reduce((a, b) => a * b, 1)
  if (most <= MOST_CASES) return null
  const one = x.number(1n)
  let ways = one
  return partings.map(({ cuts, ends: { lo, hi } }) => {
    const inside = cuts
      .map((cut) =>
        x.choose(x.and(x.below(lo, x.number(cut)), x.atMost(x.number(cut), hi)), one, x.number(0n)),
      )
      .reduce((a, b) => add(x, a, b), one)
    const own = x.choose(x.below(lo, hi), inside, one)
    const after = multiply(x, own, ways)
    const isParted = x.and(x.below(one, own), x.atMost(after, x.number(BigInt(MOST_CASES))))
    ways = x.choose(isParted, after, ways)
    return isParted
  })
}

/** Facts of a row that is taken apart: some of them are narrower than it knows. */
class PartedFacts implements Facts {
  private readonly all: Facts
  private readonly parted: ReadonlyMap<number, Ends>

  constructor(all: Facts, parted: ReadonlyMap<number, Ends>) {
    this.all = all
    this.parted = parted
  }

  ends(slot: number): Ends {
    return this.parted.get(slot) ?? this.all.ends(slot)
  }

  plain(slot: number): Ends {
    return this.parted.get(slot) ?? this.all.plain(slot)
  }

  records(num: RecordsNum): Ends {
    return this.all.records(num)
  }
}
