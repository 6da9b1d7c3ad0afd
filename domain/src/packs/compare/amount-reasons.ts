import type { AmountFen, Result, TermTrace } from '../../rules/result.js'
import { formatNumber } from '../../rules/value.js'
import * as q from '../../shared/rational.js'
import { inLang, type Lang } from '../../shared/text.js'
import type { Change } from './change.js'
import { PARTS, type PartName } from './part.js'
import { changeAbout, paired, type Reason, reasonOf } from './reason.js'

/** What made an amount come out otherwise: its terms, its cap, its rounding, or another programme. */
export function amountReasons(
  before: Result,
  after: Result,
  changes: readonly Change[],
  lang: Lang,
): Reason[] {
  return [
    ...lineReasons(before, after, changes, lang),
    ...limitReasons(before, after, changes, lang),
    ...settledReasons(before, after, lang),
  ]
}

function lineReasons(before: Result, after: Result, changes: readonly Change[], lang: Lang): Reason[] {
  const pairs = paired(before.trace.pay?.lines ?? [], after.trace.pay?.lines ?? [])
  return pairs.flatMap(([old, now]) => {
    const [was, is] = [old?.amountFen ?? null, now?.amountFen ?? null]
    if (equal(was, is)) return []
    const one = now ?? old
    const texts = [...termTexts(now), ...termTexts(old)]
    const change = changeAbout(changes, ...texts)
    return [
      {
        part: 'pay',
        what: one?.label ?? one?.text ?? '',
        before: withParameter(was, change?.parameter?.before, lang),
        after: withParameter(is, change?.parameter?.after, lang),
        actual: one?.of ?? null,
        clause: one?.cite?.article ?? change?.clause ?? null,
      } satisfies Reason,
    ]
  })
}

function termTexts(term: TermTrace | null): (string | undefined)[] {
  return term ? [term.label, term.text, ...term.children.flatMap(termTexts)] : []
}

function withParameter(amount: AmountFen | null, parameter: string | undefined, lang: Lang): string | null {
  if (amount === null) return null
  const money = moneyRange(amount, lang)
  return parameter === undefined
    ? money
    : lang === 'en'
      ? `${money} (${parameter})`
      : `${money}（${parameter}）`
}

function limitReasons(before: Result, after: Result, changes: readonly Change[], lang: Lang): Reason[] {
  const [old, now] = [before.trace.pay, after.trace.pay]
  if (!old || !now) return []
  const capMatters = old.capFen !== now.capFen && (old.capBinds || now.capBinds)
  const parts: PartName[] = [
    ...(capMatters ? (['cap'] as const) : []),
    ...(old.round === now.round ? [] : (['round'] as const)),
    'upper',
  ]
  const found = changes
    .filter(({ part }) => parts.includes(part))
    .map((change) => reasonOf(change, lang, undefined))
  if (!capMatters || found.some(({ part }) => part === 'cap')) return found
  const cap = (fen: string | null) => (fen === null ? null : moneyRange({ min: fen, max: fen }, lang))
  return [
    ...found,
    {
      part: 'cap',
      what: inLang(PARTS.cap.name, lang),
      before: cap(old.capFen),
      after: cap(now.capFen),
      actual: null,
      clause: null,
    },
  ]
}

/** Another programme that is to be had instead, or counts against the same limit. */
function settledReasons(before: Result, after: Result, lang: Lang): Reason[] {
  const [old, now] = [before.settled?.because?.text ?? null, after.settled?.because?.text ?? null]
  const [was, is] = [before.settled?.amountFen, after.settled?.amountFen]
  const isOwn = equal(was, before.amountFen) && equal(is, after.amountFen)
  if (old === now && isOwn) return []
  const left = (amount: AmountFen | null | undefined) => (amount ? moneyRange(amount, lang) : null)
  return [
    {
      part: 'excludes',
      what: inLang(PARTS.excludes.name, lang),
      before: old === now ? left(was) : old,
      after: old === now ? left(is) : now,
      actual: null,
      clause: null,
    },
  ]
}

function equal(a: AmountFen | null | undefined, b: AmountFen | null | undefined): boolean {
  return a?.min === b?.min && a?.max === b?.max
}

export function moneyRange({ min, max }: AmountFen, lang: Lang): string {
  const one = (fen: string) => formatNumber(q.rational(BigInt(fen)), 'CNY', lang)
  return min === max ? one(min) : `${one(min)} – ${one(max)}`
}
