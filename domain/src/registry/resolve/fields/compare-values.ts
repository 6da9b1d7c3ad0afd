import { compareWorks, type Rarity } from '../names/work.js'
import { type ValueForm, valueKey } from './value-form.js'

export interface FieldComparison {
  readonly field: string
  readonly as: 'number' | 'code' | 'text'
  /** 0 to 1 */
  readonly alike: number
  /** What it adds to the score's log odds; below zero where it speaks against. */
  readonly points: number
  readonly left: string
  readonly right: string
}

/** How rare a value of a field is among the records compared: 1 is rare, least is common. */
export type ValueRarity = (field: string, key: string) => number

const CODE_EQUAL = 3
const CODE_DIFFERS = -0.8
const NUMBER_EQUAL = 1.4
const NUMBER_NEAR = 0.7
const NUMBER_DIFFERS = -1
const TEXT_POINTS = 3
/** As much is alike in texts of the same field that have nothing to do with one another. */
const TEXT_CHANCE = 0.25

/** The values of one field that agree best, of all that the two records give for it. */
export function compareValues(
  field: string,
  a: readonly ValueForm[],
  b: readonly ValueForm[],
  rarity: Rarity,
  valueRarity: ValueRarity,
): FieldComparison | undefined {
  let best: FieldComparison | undefined
  for (const left of a)
    for (const right of b) {
      const compared = {
        field,
        left: left.written,
        right: right.written,
        ...comparePair(left, right, rarity),
      }
      if (!best || compared.points > best.points) best = compared
    }
  if (!best || best.alike < 1) return best
  const equal = a.find((v) => v.written === best?.left)
  return equal ? { ...best, points: best.points * valueRarity(field, valueKey(equal)) } : best
}

function comparePair(
  a: ValueForm,
  b: ValueForm,
  rarity: Rarity,
): Pick<FieldComparison, 'as' | 'alike' | 'points'> {
  if (a.type === 'number' && b.type === 'number') return compareNumbers(a.number, b.number)
  if (a.type === 'text' && b.type === 'text') {
    const alike = compareWorks(a.words, b.words, rarity)
    return { as: 'text', alike, points: (alike - TEXT_CHANCE) * TEXT_POINTS }
  }
  // 13800138000 is a number in one file and a text in the other.
  const same = digits(a) !== '' && digits(a) === digits(b)
  return { as: 'code', alike: same ? 1 : 0, points: same ? CODE_EQUAL : CODE_DIFFERS }
}

function digits(form: ValueForm): string {
  if (form.type === 'code') return form.code
  return form.type === 'number' ? String(form.number) : form.words.letters
}

function compareNumbers(a: number, b: number): Pick<FieldComparison, 'as' | 'alike' | 'points'> {
  if (a === b) return { as: 'number', alike: 1, points: NUMBER_EQUAL }
  const apart = Math.abs(a - b)
  if (isYear(a) && isYear(b)) {
    const points = apart === 1 ? 0 : NUMBER_DIFFERS
    return { as: 'number', alike: apart === 1 ? 0.6 : 0, points }
  }
  const share = apart / Math.max(Math.abs(a), Math.abs(b))
  const alike = Math.exp(-10 * share)
  return { as: 'number', alike, points: NUMBER_DIFFERS + (NUMBER_NEAR - NUMBER_DIFFERS) * alike }
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1800 && number <= 2100
}
