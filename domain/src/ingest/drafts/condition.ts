import type { Audience, FactDef } from '../../rules/index.js'
import { findUnit } from '../../shared/unit.js'
import { plain } from './span.js'

/** A fact as far as a draft may name it. */
export type NamedFact = Pick<FactDef, 'name' | 'type' | 'of' | 'dimension' | 'calibres'>

/** Facts by name that a programme for an audience can look at. */
export type Vocabulary = ReadonlyMap<string, NamedFact>

export function vocabularyFor(facts: Iterable<NamedFact>, audience: Audience): Vocabulary {
  return new Map(
    [...facts].flatMap((fact) =>
      // Which calibre is meant no sentence says.
      fact.of.includes(audience) && fact.calibres.size === 0 ? [[fact.name, fact] as const] : [],
    ),
  )
}

const QUOTES = /["'“”‘’「」]/g
/** What stands before a name without changing what it means. */
const NEUTRAL = /^(?:其|企业|上年度|上一年度|年度|国家)(?=.{2})/

/** The fact that these words name and nothing else; none where they say more or less. */
export function factNamed(words: string, facts: Vocabulary): NamedFact | null {
  const whole = plain(words).replaceAll(QUOTES, '')
  return facts.get(whole) ?? facts.get(whole.replace(NEUTRAL, '')) ?? null
}

const OPERATORS: readonly (readonly [words: RegExp, operator: string])[] = [
  [/^(?:达到|达|不低于|不少于|不小于|至少)$/, '>='],
  [/^(?:超过|超|高于|大于|突破)$/, '>'],
  [/^(?:不超过|不高于|不多于|至多)$/, '<='],
  [/^(?:低于|少于|小于|不足)$/, '<'],
]
const BOUND =
  /^(?<name>.+?)(?<words>不低于|不少于|不小于|不超过|不高于|不多于|至少|至多|达到|超过|高于|大于|突破|低于|少于|小于|不足|达|超)?(?<number>\d+(?:\.\d+)?)(?<unit>[^\d以及]{1,4}?)(?:(?:及)?(?<side>以上|以下))?$/

/** `研发费用达到500万元` in the words of programme files; null where it is not all understood. */
export function conditionIn(words: string, facts: Vocabulary): string | null {
  const said = plain(words)
  const title = factNamed(said, facts)
  if (title?.type === 'yes-no') return title.name
  const { name = '', words: compared, number, unit = '', side } = BOUND.exec(said)?.groups ?? {}
  const fact = factNamed(name, facts)
  if (fact?.type !== 'quantity' || findUnit(unit)?.dimension !== fact.dimension) return null
  const operator = operatorOf(compared, side)
  return operator && `${fact.name} ${operator} ${number} ${unit}`
}

/** 500 万元以上 includes 500, as laws count (民法典第一千二百五十九条). */
function operatorOf(words: string | undefined, side: string | undefined): string | null {
  if (words === undefined) return side === '以上' ? '>=' : side === '以下' ? '<=' : null
  const found = OPERATORS.find(([pattern]) => pattern.test(words))?.[1] ?? null
  if (side === undefined) return found
  // 达到 500 万元以上 says once more what 达到 says; any other pair is no clear sentence.
  return side === '以上' && found === '>=' ? found : null
}
