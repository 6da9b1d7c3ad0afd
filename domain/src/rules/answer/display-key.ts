import type { Slot } from '../form.js'
import type { Programme } from '../programme.js'

/** How a programme's reader names a fact: bare where its own calibre and year are meant. */
export function displayKey({ fact, calibre, year, bare, ofOwner }: Slot, programme: Programme): string {
  const own = calibre === null || calibre === programme.calibre
  return `${ofOwner ? '企业.' : ''}${fact.name}${own ? '' : `.${calibre}`}${year === null || bare ? '' : `@${year}`}`
}
