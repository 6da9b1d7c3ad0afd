import { dayOf } from '../../shared/day.js'
import type { RecordsNum } from '../batch/records.js'
import type { Engine } from '../bind/engine.js'
import * as arithmetic from './arithmetic.js'
import type { Ends, Expressions, Sql } from './expression.js'
import { quoted } from './quote.js'
import type { Snapshot, SnapshotColumn } from './snapshot.js'

/** Where an expression finds what is known of a subject. */
export interface Facts {
  /** Ends that are never null. */
  ends(slot: number): Ends
  /** Ends that are null where the fact is not known, for those conditions that are then open too. */
  plain(slot: number): Ends
  records(num: RecordsNum): Ends
}

/** Facts as the columns of a snapshot hold them, completed by what follows from others. */
export class SnapshotFacts implements Facts {
  private readonly x: Expressions
  private readonly engine: Engine
  private readonly snapshot: Snapshot
  private readonly bounded: ReadonlyMap<number, Ends>

  constructor(x: Expressions, engine: Engine, snapshot: Snapshot) {
    this.x = x
    this.engine = engine
    this.snapshot = snapshot
    this.bounded = this.boundByOthers()
  }

  ends(slot: number): Ends {
    return this.bounded.get(slot) ?? this.alone(slot)
  }

  plain(slot: number): Ends {
    const { fact, year } = this.slot(slot)
    const isCompleted = this.bounded.has(slot) || (fact.beforeFounding !== null && year !== null)
    return isCompleted ? this.ends(slot) : this.given(slot)
  }

  records({ id }: RecordsNum): Ends {
    const columns = this.snapshot.records.get(id)
    if (!columns) throw new Error(`The aggregate ${id} is in no column`)
    return {
      lo: this.x.orElse(this.column(columns.lo), this.x.number(columns.lo.least)),
      hi: this.x.orElse(this.column(columns.hi), this.x.number(columns.hi.most)),
    }
  }

  private slot(index: number) {
    const slot = this.engine.tables.slots[index]
    if (!slot) throw new Error(`There is no fact ${index}`)
    return slot
  }

  private column({ name, least, most }: SnapshotColumn): Sql {
    const cast =
      this.x.number(least).type === 'bigint' && this.x.number(most).type === 'bigint' ? '::int8' : ''
    return this.x.column(`${quoted(name)}${cast}`, least, most, true)
  }

  private given(index: number): Ends {
    const columns = this.snapshot.slots[index]
    if (!columns) throw new Error(`The fact ${index} is in no column`)
    return { lo: this.column(columns.lo), hi: this.column(columns.hi) }
  }

  /** The fact itself; in years before the subject existed, what it says for then. */
  private alone(index: number): Ends {
    const { x } = this
    const { fact, year } = this.slot(index)
    const given = this.given(index)
    const unknown = { lo: x.number(fact.lo), hi: x.number(fact.hi) }
    const { founded } = this.snapshot
    if (fact.beforeFounding !== null && year !== null && founded !== null) {
      const day = this.column(founded)
      const later = x.and(
        x.not(x.isNull(day)),
        x.isTrue(x.atMost(x.number(BigInt(dayOf(year + 1, 1, 1))), day)),
      )
      const before = x.number(fact.beforeFounding)
      unknown.lo = x.choose(later, before, unknown.lo)
      unknown.hi = x.choose(later, before, unknown.hi)
    }
    return { lo: x.orElse(given.lo, unknown.lo), hi: x.orElse(given.hi, unknown.hi) }
  }

  /** A part is never greater than its whole: where one of them is not known, the other bounds it. */
  private boundByOthers(): Map<number, Ends> {
    const { x } = this
    const bounded = new Map<number, Ends>()
    const endsOf = (index: number) => bounded.get(index) ?? this.alone(index)
    for (const [part, whole] of this.engine.within) {
      const [p, w] = [endsOf(part), endsOf(whole)]
      const partHi = arithmetic.least(x, [p.hi, arithmetic.greatest(x, [w.hi, p.lo])])
      bounded.set(part, { lo: p.lo, hi: x.choose(x.isNull(this.given(part).lo), partHi, p.hi) })
      const wholeLo = arithmetic.greatest(x, [w.lo, arithmetic.least(x, [p.lo, w.hi])])
      bounded.set(whole, { lo: x.choose(x.isNull(this.given(whole).lo), wholeLo, w.lo), hi: w.hi })
    }
    return bounded
  }
}
