import { keyWords, type Outcome } from '@kehui/domain/packs/cultivation'
import { inLang, type Lang } from '@kehui/domain/shared'
import { reasonTexts } from '../assessments/changes.js'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { regionFaults } from '../region-columns/store-faults.js'
import {
  type EntitlementChangeView,
  type Entitlements,
  type FactFaults,
  REASON_KINDS,
  type RegionRun,
  type RegionRunDetail,
  type RunChanges,
  type RunChangesQuery,
} from './schema.js'
import { countedChanges, entitlementChanges, type StoredEntitlementChange } from './store-changes.js'
import { countEntitlements, type EntitlementsAsked, entitlementsOf } from './store-entitlements.js'
import { findRun, programmesOfRun, type RunPhase, type StoredRun } from './store-runs.js'

/** How much of all is done when a phase begins and ends: facts are most of the work where much was written. */
const PHASES: Readonly<Record<RunPhase, readonly [from: number, to: number]>> = {
  facts: [0, 0.5],
  columns: [0.5, 0.6],
  programmes: [0.6, 1],
  done: [1, 1],
}

export function runView(run: StoredRun): RegionRun {
  const { id, on, state, cause, byName, phase, done, total, subjects, programmes, changes, faults } = run
  const [from, to] = PHASES[phase]
  return {
    ...{ id, on, state, cause, byName, phase, done, total, subjects, programmes, changes, faults },
    share: from + (to - from) * (total === 0 ? 0 : Math.min(1, done / total)),
    problem: run.problem,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
  }
}

export async function runOr404({ pool }: AppContext, region: number, id: string): Promise<StoredRun> {
  const run = await findRun(pool, region, id)
  if (!run) throw new HttpError('run.not-found', { id })
  return run
}

export async function runDetail(
  context: AppContext,
  region: number,
  id: string,
  lang: Lang,
): Promise<RegionRunDetail> {
  const { pool } = context
  const run = await runOr404(context, region, id)
  const [found, counted] = [await programmesOfRun(pool, region, id), await countedChanges(pool, region, id)]
  const titled = (programme: string) => ({ id: programme, title: titleOf(context, programme, lang) })
  return {
    ...runView(run),
    items: found.map(({ programme, ...rest }) => ({ programme: titled(programme), ...rest })),
    changed: [...counted.programmes].map(([programme, count]) => ({ ...titled(programme), count })),
    reasons: REASON_KINDS.flatMap((kind) => {
      const count = counted.kinds.get(kind) ?? 0
      return count > 0 ? [{ kind, label: REASONS[kind][lang], count }] : []
    }),
  }
}

const REASONS: Readonly<Record<(typeof REASON_KINDS)[number], Readonly<Record<Lang, string>>>> = {
  fact: { zh: '事实变化', en: 'A fact' },
  records: { zh: '明细变化', en: 'Entries' },
  rule: { zh: '规则更新', en: 'The rule' },
  date: { zh: '日期', en: 'The date' },
  subject: { zh: '新进入或已离开', en: 'Came or went' },
  awards: { zh: '已获支持', en: 'Support received' },
  regions: { zh: '所看地区', en: 'Regions looked at' },
  settling: { zh: '互斥或限额', en: 'Settling' },
}

function titleOf({ library }: AppContext, programme: string, lang: Lang): string {
  const title = library.programmes.get(programme)?.title
  return title ? inLang(title, lang) : programme
}

const PAGE = 50

export async function runChanges(
  context: AppContext,
  region: number,
  run: string,
  query: RunChangesQuery,
  lang: Lang,
): Promise<RunChanges> {
  await runOr404(context, region, run)
  const found = await entitlementChanges(context.pool, region, { ...query, run, limit: PAGE + 1 })
  return {
    total: found.total,
    more: found.items.length > PAGE,
    items: found.items.slice(0, PAGE).map((change) => changeView(context, change, lang)),
  }
}

function changeView(context: AppContext, change: StoredEntitlementChange, lang: Lang): EntitlementChangeView {
  const { id, subject, name, programme, before, after, reasons } = change
  return {
    id,
    subject: { id: subject, name: name ?? '' },
    programme: { id: programme, title: titleOf(context, programme, lang) },
    before: before && outcomeView(before),
    after: after && outcomeView(after),
    reasons: reasonTexts(context, reasons, lang),
  }
}

function outcomeView({ verdict, amountFen, missing }: Outcome) {
  return { verdict, amountFen, missing: missing.length }
}

export async function faultsView(
  { pool, library }: AppContext,
  region: number,
  page: { offset: number; limit: number },
  lang: Lang,
): Promise<FactFaults> {
  const { items, total } = await regionFaults(pool, region, page)
  return {
    total,
    items: items.map(({ subject, name, fact, ...rest }) => ({
      ...rest,
      subject: { id: subject, name },
      fact,
      label: keyWords(library, fact, lang),
    })),
  }
}

export async function entitlementsView(
  { pool }: AppContext,
  region: number,
  asked: Omit<EntitlementsAsked, 'limit'>,
): Promise<Entitlements> {
  const items = await entitlementsOf(pool, region, { ...asked, limit: PAGE })
  return {
    total: await countEntitlements(pool, region, asked.programme, asked.verdict),
    items: items.map(
      ({ subject, verdict, kept, leastFen, mostFen, missing, judged, inputHash, ...rest }) => ({
        subject,
        verdict,
        amountFen: leastFen === null || mostFen === null ? null : { min: `${leastFen}`, max: `${mostFen}` },
        kept,
        missing: [...missing],
        judged: [...judged],
        version: rest.version,
        on: rest.on,
        inputHash: BigInt.asUintN(64, inputHash).toString(16).padStart(16, '0'),
        sinceRun: rest.sinceRun,
      }),
    ),
  }
}
