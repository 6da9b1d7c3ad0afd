import type { Slot } from '../form.js'
import type { Programme } from '../programme.js'

/** How a programme's reader names a fact: bare where its own calibre and year are meant. */
export function displayKey(
  { fact, calibre, year, bare, ofOwner }: Slot,
  programme: Pick<Programme, 'calibre'>,
): string {
  const own = calibre === null || calibre === programme.calibre
  return `${ofOwner ? '企业.' : ''}${fact.name}${own ? '' : `.${calibre}`}${year === null || bare ? '' : `@${year}`}`
}

/** The same, made once for all programmes of one calibre. */
export class DisplayKeys {
  private readonly made = new Map<string | null, (string | undefined)[]>()

  of(slot: Slot, calibre: string | null): string {
    const before = this.made.get(calibre)
    const keys = before ?? []
    if (!before) this.made.set(calibre, keys)
    const known = keys[slot.index]
    if (known !== undefined) return known
    const key = displayKey(slot, { calibre })
    keys[slot.index] = key
    return key
  }
}
