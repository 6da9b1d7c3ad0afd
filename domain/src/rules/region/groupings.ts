import { civilOf } from '../../shared/day.js'
import type { Engine } from '../bind/engine.js'
import { slotFor } from '../compile/slot.js'
import { yearOfPeriod } from '../facts.js'
import type { Slot } from '../form.js'

/**
 * Facts by which a region is told apart, whether or not a programme looks at them. They are no slots of the engine:
 * those bound one another, and what is only counted by must not change a verdict.
 */
export function groupingSlots(
  { library, on, tables: { nodes, records } }: Engine,
  facts: readonly string[],
): Slot[] {
  const onYear = civilOf(on).year
  const own = { nodes, records, slots: [], slotByKey: new Map(), checks: new Map() }
  return facts.flatMap((name) => {
    const fact = library.facts.get(name)
    if (!fact || fact.derived !== null) return []
    return [
      slotFor(
        own,
        onYear,
        { fact, calibre: null, year: yearOfPeriod(fact.period, onYear), ofOwner: false },
        true,
      ),
    ]
  })
}
