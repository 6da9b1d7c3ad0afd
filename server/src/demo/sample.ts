import type { Audience } from '@kehui/domain/rules'
import { checkCharacter } from '@kehui/domain/shared'
import type { Random } from './random.js'

/** When samples are drawn: nothing of them lies after `today`, and their last closed books are of the year before. */
export interface When {
  readonly today: string
  readonly books: number
}

export function whenOf(today: string): When {
  return { today, books: Number(today.slice(0, 4)) - 1 }
}

/** A sample as it is drawn: values as a person would write them. */
export interface Sample {
  readonly name: string
  readonly audience: Audience
  readonly creditCode: string | null
  readonly facts: Readonly<Record<string, string>>
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
  /** Name of the sample that owns it. */
  readonly owner: string | null
}

export const DISTRICTS = [
  { name: '云麓区', code: '990102' },
  { name: '临江区', code: '990103' },
] as const

/** A code that holds, in the division of an invented district, so that it is nobody's. */
export function sampleCode(kind: '91' | '12' | '52', district: string, serial: number): string {
  const first = `${kind}${district}MADEM${String(serial).padStart(4, '0')}`
  return first + checkCharacter(first)
}

export function wan(amount: number): string {
  return `${amount} 万元`
}

export function yesNo(value: boolean): string {
  return value ? '是' : '否'
}

/** A day of these years, but not one to come. */
export function date(random: Random, { today }: When, fromYear: number, toYear: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const year = random.integer(fromYear, toYear)
  const rest = `${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`
  const drawn = `${year}-${rest}`
  return drawn <= today ? drawn : today
}

/** What a form leaves open: each entry is kept with this probability. */
export function known(random: Random, share: number, facts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).filter(() => random.chance(share)))
}
