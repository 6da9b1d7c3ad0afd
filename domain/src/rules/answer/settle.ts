import * as q from '../../shared/rational.js'
import type { Lang } from '../../shared/text.js'
import { inLang } from '../../shared/text.js'
import type { Exclusion, Library } from '../programme.js'
import type { AmountFen, Result, Settled } from '../result.js'
import { formatNumber } from '../value.js'
import { type Admissible, bestSet, type Candidate, type Limit } from './best-set.js'

export interface Settling {
  /** Programmes whose award was already received. */
  readonly received?: readonly string[]
  readonly lang?: Lang
}

/** As much of a result as settling looks at. */
export type Settleable = Pick<Result, 'programme' | 'verdict' | 'amountFen' | 'benefit' | 'together'>

/**
 * Chooses among programmes that exclude or cap one another, to the applicant's advantage: the greatest guaranteed sum,
 * then the greatest maximum, then the most programmes, then the lowest ids. Says what was kept and why.
 */
export function settle<T extends Settleable>(
  library: Library,
  results: readonly T[],
  { received = [], lang = 'zh' }: Settling = {},
): (Omit<T, 'settled'> & { settled: Settled | null })[] {
  const gone = new Map<string, Settled>()
  for (const result of results) {
    const settled = alreadyReceived(library, result, received, lang)
    if (settled) gone.set(result.programme, settled)
  }
  const candidates = results.flatMap((r) =>
    r.verdict === 'no' || gone.has(r.programme) ? [] : [candidateOf(r)],
  )
  const conflicts = conflictsOf(library, candidates)
  const chosen = bestSet(candidates, conflicts, limitsOf(library, results, candidates))
  return results.map((result) => {
    if (result.verdict === 'no') return { ...result, settled: null }
    const settled = gone.get(result.programme) ?? settledOf(library, result, chosen, conflicts, results, lang)
    return { ...result, settled }
  })
}

const MONEY: readonly string[] = ['cash', 'voucher', 'interest', 'tax']

function candidateOf(result: Settleable): Candidate {
  const { amountFen } = result
  return {
    id: result.programme,
    min: BigInt(amountFen?.min ?? 0),
    max: BigInt(amountFen?.max ?? 0),
    money: MONEY.includes(result.benefit),
  }
}

function excludes(library: Library, id: string): readonly Exclusion[] {
  return library.programmes.get(id)?.excludes ?? []
}

/** Pairs of which one at most is kept; said by either of the two. */
function conflictsOf(
  library: Library,
  candidates: readonly Candidate[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map(candidates.map((c) => [c.id, new Set<string>()]))
  for (const { id } of candidates) {
    for (const exclusion of excludes(library, id)) {
      if (typeof exclusion.resolve === 'object') continue
      for (const other of exclusion.with) {
        if (other === id || !pairs.has(other)) continue
        pairs.get(id)?.add(other)
        pairs.get(other)?.add(id)
      }
    }
  }
  return pairs
}

function limitsOf(
  library: Library,
  results: readonly Settleable[],
  candidates: readonly Candidate[],
): Limit[] {
  const known = new Set(candidates.map((c) => c.id))
  const groups = new Map<string, { members: string[]; cap: bigint }>()
  const limits: Limit[] = []
  for (const result of results) {
    if (!known.has(result.programme)) continue
    const stack = library.programmes.get(result.programme)?.stack
    if (stack) {
      const group = groups.get(stack.group) ?? { members: [], cap: stack.capFen }
      group.members.push(result.programme)
      groups.set(stack.group, { ...group, cap: stack.capFen < group.cap ? stack.capFen : group.cap })
    }
    for (const { with: others, limitFen } of result.together) {
      limits.push({
        members: [result.programme, ...others.filter((o) => known.has(o))],
        min: BigInt(limitFen.min),
        max: BigInt(limitFen.max),
      })
    }
  }
  for (const { members, cap } of groups.values()) limits.push({ members, min: cap, max: cap })
  return limits
}

function alreadyReceived(
  library: Library,
  result: Settleable,
  received: readonly string[],
  lang: Lang,
): Settled | null {
  const programme = library.programmes.get(result.programme)
  if (!programme || result.verdict === 'no') return null
  if (programme.once && received.includes(programme.id)) {
    const text = lang === 'zh' ? '只能享受一次，已经享受过' : 'It is granted once, and was received before'
    return { kept: false, amountFen: null, because: { rule: 'once', programmes: [programme.id], text } }
  }
  // A year's exclusion ends with the year, which a list of awards does not say.
  const barred = programme.excludes
    .filter((e) => typeof e.resolve !== 'object' && e.scope !== '年度' && e.scope !== '发票')
    .flatMap((e) => e.with)
  const by = barred.filter((id) => received.includes(id))
  if (by.length === 0) return null
  const titles = by.map((id) => titleOf(library, id, lang)).join(lang === 'zh' ? '、' : ', ')
  const text = lang === 'zh' ? `已享受${titles}，不能重复享受` : `${titles} was received, which excludes this`
  return { kept: false, amountFen: null, because: { rule: 'excludes', programmes: by, text } }
}

function titleOf(library: Library, id: string, lang: Lang): string {
  const title = library.programmes.get(id)?.title
  return title ? (lang === 'zh' ? `“${title.zh}”` : inLang(title, 'en')) : id
}

function settledOf(
  library: Library,
  result: Settleable,
  chosen: Admissible,
  conflicts: ReadonlyMap<string, ReadonlySet<string>>,
  results: readonly Settleable[],
  lang: Lang,
): Settled {
  const id = result.programme
  const rivals = [...(conflicts.get(id) ?? [])]
  const amount = chosen.amounts.get(id)
  if (!amount) {
    const kept = rivals.filter((r) => chosen.amounts.has(r))
    return {
      kept: false,
      amountFen: null,
      because: { rule: 'excludes', programmes: kept, text: insteadOf(library, kept, [id], results, lang) },
    }
  }
  const amountFen = result.amountFen && { min: amount.min.toString(), max: amount.max.toString() }
  const cut =
    result.amountFen &&
    amountFen &&
    (amountFen.min !== result.amountFen.min || amountFen.max !== result.amountFen.max)
  if (cut) {
    const others = chosen.cutBy.get(id)?.filter((o) => o !== id) ?? []
    const names = others.map((o) => titleOf(library, o, lang)).join(lang === 'zh' ? '、' : ', ')
    const alone = lang === 'zh' ? '合计有上限，本项按上限计' : 'There is a limit, which this reaches alone'
    const text =
      others.length === 0
        ? alone
        : lang === 'zh'
          ? `与${names}合计有上限，本项按余额计`
          : `Together with ${names} there is a limit; this takes what is left of it`
    return { kept: true, amountFen, because: { rule: 'stack', programmes: others, text } }
  }
  const dropped = rivals.filter((r) => !chosen.amounts.has(r))
  if (dropped.length === 0) return { kept: true, amountFen }
  return {
    kept: true,
    amountFen,
    because: {
      rule: 'excludes',
      programmes: dropped,
      text: insteadOf(library, [id], dropped, results, lang),
    },
  }
}

/** “A instead of B: 12 万元 more”. */
function insteadOf(
  library: Library,
  kept: readonly string[],
  dropped: readonly string[],
  results: readonly Settleable[],
  lang: Lang,
): string {
  const names = (ids: readonly string[]) =>
    ids.map((id) => titleOf(library, id, lang)).join(lang === 'zh' ? '、' : ', ')
  const sum = (ids: readonly string[], end: keyof AmountFen) =>
    results.filter((r) => ids.includes(r.programme)).reduce((n, r) => n + BigInt(r.amountFen?.[end] ?? 0), 0n)
  const [sure, most] = [sum(kept, 'min') - sum(dropped, 'min'), sum(kept, 'max') - sum(dropped, 'max')]
  const more = sure !== 0n ? sure : most
  const gain = more > 0n ? formatNumber(q.rational(more), 'CNY', lang) : ''
  if (lang === 'zh')
    return `取${names(kept)}，不取${names(dropped)}${gain ? `：${sure > 0n ? '多' : '最多可多'} ${gain}` : ''}`
  return `${names(kept)} instead of ${names(dropped)}${gain ? `: ${gain} more${sure > 0n ? '' : ' at most'}` : ''}`
}
