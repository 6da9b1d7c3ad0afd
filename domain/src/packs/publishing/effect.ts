import { evaluate } from '../../rules/answer/evaluate.js'
import { settle } from '../../rules/answer/settle.js'
import type { Subject } from '../../rules/facts.js'
import type { Library } from '../../rules/programme.js'
import type { Benefit, Result } from '../../rules/result.js'
import type { Lang } from '../../shared/text.js'
import { compareProgrammes } from '../compare/compare.js'
import { compareOutcomes, type OutcomeChange, type Standing } from '../compare/outcome.js'
import type { Reason } from '../compare/reason.js'
import { type Affected, affectedBy } from '../compare/subject.js'
import { homePacks } from '../package/regions.js'
import { countedFen } from '../package/totals.js'

/** One programme in two libraries of which everything else is the same, with what is settled together with it. */
export interface ProgrammeStep {
  readonly programme: string
  readonly before: Library
  readonly after: Library
  readonly affected: Affected
}

export function programmeStep(programme: string, before: Library, after: Library): ProgrammeStep {
  const [old, now] = [before.programmes.get(programme) ?? null, after.programmes.get(programme) ?? null]
  const title = (now ?? old)?.title ?? { zh: programme }
  const own = { programme, title, changes: compareProgrammes(old, now) }
  const affected = affectedBy(before, after, { programmes: [own], facts: [], packs: [] })
  return { programme, before, after, affected }
}

export interface EffectQuestion {
  readonly situation: Subject
  /** Code of the place it is in. */
  readonly place: string | null
  /** Packs to look at beside those of its place. */
  readonly packs: readonly string[]
  readonly on: string
  readonly lang: Lang
}

/** Certain money by kind of benefit, in fen: kinds are never added together. */
export type Certain = Partial<Record<Benefit, bigint>>

export interface SubjectEffect {
  readonly changed: boolean
  /** Null where the programme does not exist, or is not in force. */
  readonly before: Standing | null
  readonly after: Standing | null
  readonly because: readonly Reason[]
  /** Programmes that exclude or cap it, and for which another answer comes out. */
  readonly others: readonly OutcomeChange[]
  /** Of the programme and of all that are settled with it. */
  readonly certain: { readonly before: Certain; readonly after: Certain }
}

/** What a change of one programme does to one subject; null where neither text is for it. */
export function effectOn(step: ProgrammeStep, question: EffectQuestion): SubjectEffect | null {
  const { programme, before, after, affected } = step
  const looked = lookedAt(after, question)
  const ids = affected.programmes.filter((id) => {
    const pack = (after.programmes.get(id) ?? before.programmes.get(id))?.pack
    return pack !== undefined && looked.has(pack)
  })
  if (!ids.includes(programme)) return null
  const [olds, news] = [answers(before, ids, question), answers(after, ids, question)]
  const [old, now] = [olds.get(programme), news.get(programme)]
  if (!old && !now) return null
  const changes = ids.flatMap((id) => {
    const why = affected.changes.get(id) ?? []
    return compareOutcomes(olds.get(id) ?? null, news.get(id) ?? null, why, question.lang) ?? []
  })
  return {
    changed: changes.length > 0,
    before: standing(old),
    after: standing(now),
    because: changes.find((change) => change.programme === programme)?.because ?? [],
    others: changes.filter((change) => change.programme !== programme),
    certain: { before: certainIn(olds), after: certainIn(news) },
  }
}

function lookedAt(library: Library, { place, packs }: EffectQuestion): ReadonlySet<string> {
  return new Set([...packs, ...homePacks(library, place).map(({ id }) => id)])
}

function answers(
  library: Library,
  ids: readonly string[],
  { situation, on, lang }: EffectQuestion,
): Map<string, Result> {
  const programmes = ids.filter((id) => library.programmes.has(id))
  const results = evaluate(library, situation, { on, lang, programmes, nearest: false })
  const settled = settle(library, results, { received: situation.received ?? [], lang })
  return new Map(settled.map((result) => [result.programme, result]))
}

function standing(result: Result | undefined): Standing | null {
  if (!result || result.code === 'rule.not-in-force') return null
  const { verdict, settled, amountFen } = result
  return { verdict, amountFen: settled ? settled.amountFen : amountFen }
}

function certainIn(results: ReadonlyMap<string, Result>): Certain {
  const certain: Certain = {}
  for (const { verdict, benefit, mode, settled, amountFen } of results.values()) {
    if (verdict !== 'yes') continue
    const { min } = countedFen({ settled, amountFen, mode, hypothetical: false, unlimited: false })
    if (min > 0n) certain[benefit] = (certain[benefit] ?? 0n) + min
  }
  return certain
}
