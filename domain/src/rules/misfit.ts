import type { Value, ValueDef } from './facts.js'

/**
 * Why a stored value is none that its fact can have: it is of another type, or outside the range. Packs change after
 * facts were entered, and tables are filled by other programs.
 */
export type Misfit = 'type' | 'range'

/** Every back end counts such a value as not known: proofs that nothing overflows rest on the ranges. */
export function misfitOf(value: Value, def: ValueDef): Misfit | null {
  if (value.kind !== def.type) return 'type'
  switch (value.kind) {
    case 'quantity':
      return def.lo <= value.lo && value.lo <= value.hi && value.hi <= def.hi ? null : 'range'
    case 'date':
      return def.lo <= value.day && value.day <= def.hi ? null : 'range'
    case 'choice':
      return def.options.has(value.value) ? null : 'range'
    case 'place':
      return /^\d{6}$/.test(value.code) ? null : 'range'
    case 'yes-no':
      return null
  }
}
