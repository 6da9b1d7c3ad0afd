import type { Quantity } from '../quantities/quantity.js'
import { COUNTED, MONEY } from './phrase.js'
import { lastVerbOf } from './words.js'

/** What the figures before counted: `其中国家级 59 家` says only how it differs from them. */
export interface Memory {
  /** Without its verb and without 数. */
  base: string
  subject: string
  verb: string
  unit: string
  /** All that was counted in the sentence: `登记1.6万项、成交额3亿元，分别增长8%和11%`. */
  recent: string[]
}

export function emptyMemory(): Memory {
  return { base: '', subject: '', verb: '', unit: '', recent: [] }
}

export function remember(
  memory: Memory,
  quantity: Quantity,
  read: { base: string; verb: string; subject: string; whole: string },
): void {
  memory.recent.push(read.whole)
  memory.base = read.base.replace(/(?:人数|总数|数量|数)$/, '')
  memory.subject = read.subject.replace(/(?:总数|数量)$/, '')
  if (read.verb !== '') memory.verb = lastVerbOf(read.verb)?.verb ?? read.verb
  memory.unit = quantity.unit
}

/** What was counted last, as a name of its own. */
export function counted({ subject }: Memory): string {
  return COUNTED.test(subject) || MONEY.test(subject) || subject === '' ? subject : `${subject}数`
}
