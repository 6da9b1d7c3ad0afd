import type { Text } from '../../shared/text.js'
import type { SideMember, Sides, Wishes } from './sides.js'

/** Something in a file that cannot be used: where it stands, what it says and what is wrong. */
export interface ReadProblem {
  readonly sheet: string
  /** As the spreadsheet counts them; in JSON the place in its list, from 1. */
  readonly row: number
  readonly column: string
  readonly value: string
  readonly message: Text
}

export interface ReadSides {
  readonly sides: Sides
  readonly said: { readonly left: Wishes; readonly right: Wishes }
  readonly problems: readonly ReadProblem[]
}

export const MOST_CAPACITY = 100_000
/** Scores must be smaller than this, or sums of them cannot be compared. */
export const MOST_SCORE = 1_000_000
export const MOST_MEMBERS = 200_000
export const MOST_NAME = 200

/** Spaces and signs of full width make no difference between codes, names and counties. */
export function plain(text: string): string {
  // Most codes are nothing but letters and digits, and there are millions of them.
  if (/^[!-~]*$/.test(text)) return text
  return named(text).normalize('NFKC')
}

/** As it was written, but for blanks and for signs that cannot be stored. */
export function named(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
}

export function listOf(text: string): string[] {
  return plain(text)
    .split(/[、,;|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

export function memberFaults(
  member: SideMember,
  known: ReadonlyMap<string, unknown>,
): { field: 'code' | 'name' | 'capacity'; value: string; message: Text }[] {
  const { code, name, capacity } = member
  const faults: { field: 'code' | 'name' | 'capacity'; value: string; message: Text }[] = []
  if (name === '')
    faults.push({ field: 'name', value: '', message: { zh: '没有名称', en: 'There is no name' } })
  if (name.length > MOST_NAME || code.length > MOST_NAME)
    faults.push({
      field: 'name',
      value: name.slice(0, 40),
      message: { zh: `超过 ${MOST_NAME} 个字`, en: `Longer than ${MOST_NAME} characters` },
    })
  if (code !== '' && known.has(code))
    faults.push({
      field: 'code',
      value: code,
      message: {
        zh: '这一方已有同样的编号；没有编号的以名称为编号，同名的要写编号',
        en: 'There is one with this code on this side already; where there is no code the name is it',
      },
    })
  if (!Number.isInteger(capacity) || capacity < 0 || capacity > MOST_CAPACITY)
    faults.push({
      field: 'capacity',
      value: String(capacity),
      message: {
        zh: `名额应是 0 到 ${MOST_CAPACITY} 的整数`,
        en: `A capacity is a whole number from 0 to ${MOST_CAPACITY}`,
      },
    })
  return faults
}

/** One choice of a list: those that stand together are as good. */
export interface WishEntry {
  readonly other: string
  readonly score: number | null
  readonly place: number
}

/** The first of a list is 1, the last is near 0, unless scores are given. */
export function likingOf({ score, place }: WishEntry, places: number): number {
  return score ?? (places - place) / places
}
