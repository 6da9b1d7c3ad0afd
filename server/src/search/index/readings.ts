import { pinyin } from 'pinyin-pro'

const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff
/** A character that is read in more ways is known by the most frequent ones. */
const MOST_READINGS = 3
const LATIN = /^[a-zü]+$/

/** How every common character is read: its syllables, and the letters that these begin with. */
export interface Readings {
  /** By number: `chuan`. */
  readonly syllables: readonly string[]
  /** Three a UTF-16 unit, as numbers of syllables counted from 1; 0 where there are no more. */
  readonly ofUnit: Uint16Array
  /** A bit for each letter that a reading begins with; a Latin letter or a digit stands for itself. */
  readonly initials: Uint32Array
}

let made: Readings | undefined

/** Takes half a second the first time. */
export function readings(): Readings {
  made ??= make()
  return made
}

function make(): Readings {
  const numbers = new Map<string, number>()
  const ofUnit = new Uint16Array(65_536 * MOST_READINGS)
  const initials = new Uint32Array(65_536)
  for (let unit = FIRST_HAN; unit <= LAST_HAN; unit += 1) {
    const read = pinyin(String.fromCharCode(unit), { multiple: true, toneType: 'none', type: 'array' })
    const syllables = [...new Set(read.filter((s) => LATIN.test(s)).map((s) => s.replaceAll('ü', 'v')))]
    for (const [nth, syllable] of syllables.slice(0, MOST_READINGS).entries()) {
      const number = numbers.get(syllable) ?? numbers.size + 1
      numbers.set(syllable, number)
      ofUnit[unit * MOST_READINGS + nth] = number
      initials[unit] = (initials[unit] ?? 0) | letterBit(syllable.charCodeAt(0))
    }
  }
  for (let unit = 97; unit <= 122; unit += 1) initials[unit] = letterBit(unit)
  return { syllables: [...numbers.keys()], ofUnit, initials }
}

/** A bit for a to z; 0 for anything else. */
export function letterBit(unit: number): number {
  return unit >= 97 && unit <= 122 ? 1 << (unit - 97) : 0
}

export { MOST_READINGS }
