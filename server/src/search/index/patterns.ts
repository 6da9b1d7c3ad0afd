import { EDGE } from './letters.js'
import { letterBit, MOST_READINGS, type Readings } from './readings.js'

/** One way in which a name can hold what was typed. */
export type Pattern =
  /** The letters themselves. */
  | { readonly as: 'letters'; readonly units: Uint16Array }
  /** The letters that its characters are read with at the beginning. */
  | { readonly as: 'initials'; readonly bits: Uint32Array }
  /** Whole syllables, of which the last may be unfinished: for each the syllables that it can be. */
  | { readonly as: 'pinyin'; readonly syllables: readonly Uint8Array[] }

const MOST_SPLITS = 16
const LONGEST = 60

export function lettersPattern(letters: string): Pattern {
  const units = new Uint16Array(Math.min(letters.length, LONGEST))
  for (let at = 0; at < units.length; at += 1) units[at] = letters.charCodeAt(at)
  return { as: 'letters', units }
}

export function initialsPattern(letters: string): Pattern {
  return {
    as: 'initials',
    bits: Uint32Array.from(letters.slice(0, LONGEST), (c) => letterBit(c.charCodeAt(0))),
  }
}

/** All ways to read letters as syllables: xian is 先 and 西安. */
export function pinyinPatterns(letters: string, read: Readings): Pattern[] {
  const splits: Uint8Array[][] = []
  const walk = (rest: string, before: readonly Uint8Array[]): void => {
    if (splits.length >= MOST_SPLITS) return
    if (rest === '') {
      splits.push([...before])
      return
    }
    const whole = new Map<string, number>()
    for (const [number, syllable] of read.syllables.entries())
      if (rest.startsWith(syllable)) whole.set(syllable, number + 1)
    for (const [syllable, number] of [...whole].sort((a, b) => b[0].length - a[0].length))
      walk(rest.slice(syllable.length), [...before, only(read, [number])])
    const begun = [...read.syllables.keys()].filter(
      (n) => read.syllables[n]?.startsWith(rest) && read.syllables[n] !== rest,
    )
    if (begun.length > 0 && before.length + rest.length > 1)
      splits.push([
        ...before,
        only(
          read,
          begun.map((n) => n + 1),
        ),
      ])
  }
  walk(letters.slice(0, LONGEST), [])
  return splits.map((syllables) => ({ as: 'pinyin', syllables }))
}

function only({ syllables }: Readings, numbers: readonly number[]): Uint8Array {
  const flags = new Uint8Array(syllables.length + 1)
  for (const number of numbers) flags[number] = 1
  return flags
}

/** How well a name holds a pattern; a smaller number is better, NONE where it does not. */
export const WHOLE = 0
export const BEGINS = 1
export const WITHIN = 2
export const NONE = 9

/** Looks for the pattern between two places of the text; only where a name begins, if no more is asked for. */
export function findIn(
  text: Uint16Array,
  from: number,
  to: number,
  pattern: Pattern,
  read: Readings,
  beginsOnly: boolean,
): number {
  const length = lengthOf(pattern)
  const last = to - length
  let best = NONE
  for (let at = from + 1; at <= last; at += 1) {
    const begins = text[at - 1] === EDGE
    if ((beginsOnly && !begins) || !matchesAt(text, at, pattern, length, read)) continue
    if (begins && text[at + length] === EDGE) return WHOLE
    best = begins ? BEGINS : best === NONE ? WITHIN : best
  }
  return best
}

export function lengthOf(pattern: Pattern): number {
  if (pattern.as === 'letters') return pattern.units.length
  return pattern.as === 'initials' ? pattern.bits.length : pattern.syllables.length
}

function matchesAt(text: Uint16Array, at: number, pattern: Pattern, length: number, read: Readings): boolean {
  if (pattern.as === 'letters') {
    for (let k = 0; k < length; k += 1) if (text[at + k] !== pattern.units[k]) return false
    return true
  }
  if (pattern.as === 'initials') {
    const { initials } = read
    for (let k = 0; k < length; k += 1)
      if (((initials[text[at + k] ?? 0] ?? 0) & (pattern.bits[k] ?? 0)) === 0) return false
    return true
  }
  for (let k = 0; k < length; k += 1) if (!isRead(text[at + k] ?? 0, pattern.syllables[k], read)) return false
  return true
}

function isRead(unit: number, flags: Uint8Array | undefined, { ofUnit }: Readings): boolean {
  for (let nth = 0; nth < MOST_READINGS; nth += 1) {
    const syllable = ofUnit[unit * MOST_READINGS + nth] ?? 0
    if (syllable === 0) return false
    if (flags?.[syllable] === 1) return true
  }
  return false
}
