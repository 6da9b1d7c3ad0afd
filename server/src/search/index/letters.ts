import { normalise } from '@kehui/domain/registry/resolve'

/** Stands before, between and after the names of a resource, so that a beginning can be looked for like any letters. */
export const EDGE = 1

const UNKNOWN = 0
const DROPPED = 0xffff
const SEVERAL = 0xfffe
/** What each UTF-16 unit is in the index; found when it first comes. */
const units = new Uint16Array(65_536)

/** Letters and digits of a name as the index holds them: one script, one width, small, without punctuation. */
export function lettersOf(name: string): string {
  let letters = ''
  for (let at = 0; at < name.length; at += 1) {
    const unit = unitOf(name.charCodeAt(at))
    if (unit === SEVERAL) return slowLettersOf(name)
    if (unit !== DROPPED) letters += String.fromCharCode(unit)
  }
  return letters
}

function unitOf(code: number): number {
  const known = units[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const letters = code >= 0xd800 && code <= 0xdfff ? null : slowLettersOf(String.fromCharCode(code))
  // What joins with its neighbours, or is two units, is read with the whole name.
  const single = letters !== null && letters.length <= 1 && !/\p{M}/u.test(String.fromCharCode(code))
  const unit = single ? letters.charCodeAt(0) || DROPPED : SEVERAL
  units[code] = unit
  return unit
}

function slowLettersOf(name: string): string {
  return normalise(name).replaceAll(/[^\p{L}\p{N}]/gu, '')
}
