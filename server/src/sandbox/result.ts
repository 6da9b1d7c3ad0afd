import {
  type AmountClass,
  changesBetween,
  type Figures,
  type Funnel,
  fenAt,
  type Rank,
  type RowChange,
  type Standing,
} from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { Reach, SandboxGroup, SandboxResult, SandboxSide } from './schema.js'
import type { Trial } from './trial.js'

const NOTHING: Figures = { yes: 0, open: 0, least: 0n, most: 0n, unlimited: 0 }
const NOBODY: Standing = {
  rows: new Int32Array(0),
  yes: new Uint8Array(0),
  least: null,
  most: null,
  unlimited: null,
}
const RANKS = ['no', 'unknown', 'yes'] as const

/** One row of a list of changes; who that is must be looked up. */
export interface ListedRow {
  readonly row: number
  readonly before: SandboxSide
  readonly after: SandboxSide
}

export type Worked = Omit<SandboxResult, 'gains' | 'losses' | 'millis' | 'together'> & {
  readonly gains: readonly ListedRow[]
  readonly losses: readonly ListedRow[]
}

/** Everything that is told about a text, against another or against nothing; `most` rows of each list. */
export function resultOf(
  now: Trial,
  before: Trial | null,
  funnel: Funnel,
  { on, lang, most }: { on: string; lang: Lang; most: number },
): Worked {
  const { programme, figures, scope } = now
  const [old, fresh] = [before?.standing ?? NOBODY, now.standing]
  const { gains, losses, gained, lost, ...changes } = changesBetween(old, fresh, most)
  const listed = (rows: readonly RowChange[]) => rows.map((change) => listedRow(change, old, fresh))
  return {
    title: inLang(programme.title, lang),
    benefit: programme.benefit,
    mode: programme.mode,
    pays: programme.pay !== null,
    on,
    total: scope.total,
    now: reachOf(figures),
    before: reachOf(before?.figures ?? NOTHING),
    hasBefore: before !== null,
    amounts: amountsOf(now.amounts, before?.amounts ?? []),
    groups: groupsOf(now, before, lang),
    moves: changes.moves.map((line) => [...line]),
    gaining: changes.gaining,
    losing: changes.losing,
    gainedFen: `${gained}`,
    lostFen: `${lost}`,
    gains: listed(gains),
    losses: listed(losses),
    conditions: conditionsOf(now, funnel, lang),
  }
}

export function reachOf({ yes, open, least, most, unlimited }: Figures): Reach {
  return { yes, open, leastFen: `${least}`, mostFen: `${most}`, unlimited }
}

function amountsOf(now: readonly AmountClass[], before: readonly AmountClass[]): SandboxResult['amounts'] {
  const classes = new Map([...before, ...now].map((one) => [one.from, one]))
  const countIn = (all: readonly AmountClass[], from: number) =>
    all.find((one) => one.from === from)?.count ?? 0
  return [...classes.values()]
    .sort((a, b) => a.from - b.from)
    .map(({ from, below }) => ({
      fromFen: `${from}`,
      belowFen: below === null ? null : `${below}`,
      now: countIn(now, from),
      before: countIn(before, from),
    }))
}

function groupsOf(now: Trial, before: Trial | null, lang: Lang): SandboxGroup[] {
  // Where the audience is another one, its classes are those of the new text.
  const same = before?.scope === now.scope ? before : null
  return now.scope.groupings.map(({ key, names, totals }, i) => ({
    key,
    rows: names.flatMap((name, code) => {
      const total = totals[code] ?? 0
      if (total === 0) return []
      const [after, old] = [now.groups[i]?.[code] ?? NOTHING, same?.groups[i]?.[code] ?? NOTHING]
      return [{ name: inLang(name, lang), total, now: reachOf(after), before: reachOf(old) }]
    }),
  }))
}

function conditionsOf({ program }: Trial, { steps }: Funnel, lang: Lang): SandboxResult['conditions'] {
  const checks = program.plans[0]?.bound.checks ?? []
  return steps.map(({ check, ...counts }) => {
    const one = checks[check]
    const text = one?.label ? inLang(one.label, lang) : (one?.text ?? '')
    return { part: one?.part ?? null, text, ...counts }
  })
}

function listedRow(
  { row, before, after, hitBefore, hitAfter }: RowChange,
  old: Standing,
  now: Standing,
): ListedRow {
  return { row, before: sideOf(before, old, hitBefore), after: sideOf(after, now, hitAfter) }
}

function sideOf(rank: Rank, { least, most, unlimited }: Standing, hit: number): SandboxSide {
  return {
    verdict: RANKS[rank],
    leastFen: `${fenAt(least, hit)}`,
    mostFen: `${fenAt(most, hit)}`,
    unlimited: hit >= 0 && unlimited?.[hit] === 1,
  }
}
