import { roundActions, SIDE_NAMES } from '@kehui/domain/cases/assignment'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { ERRORS, type ErrorCode } from '../http/error-table.js'
import type { RoundItem, RoundView } from './schema.js'
import { tidyRun } from './start.js'
import {
  adjustmentsOf,
  eventsOf,
  findReplacing,
  findRound,
  listRounds,
  type StoredAdjustment,
  type StoredRound,
} from './store.js'
import { findRun, lastRun, type StoredRun } from './store-runs.js'

export async function roundOr404(
  { pool }: Pick<AppContext, 'pool'>,
  region: number,
  id: string,
): Promise<StoredRound> {
  const found = await findRound(pool, region, id)
  if (!found) throw new HttpError('assignment.not-found')
  return found
}

export async function roundsView({ pool }: AppContext, region: number, lang: Lang): Promise<RoundItem[]> {
  return (await listRounds(pool, region)).map(({ figures, ...round }) => ({
    ...itemOf(round, lang),
    figures: figures && {
      pairs: figures.pairs,
      alone: figures.left.alone + figures.right.alone,
      blocking: figures.blocking,
    },
  }))
}

function itemOf(round: StoredRound, lang: Lang) {
  const { id, title, kind, way, source, fileName, state, replaces, sample, byName, createdAt } = round
  return {
    id,
    title,
    kind,
    leftName: inLang(SIDE_NAMES[kind].left, lang),
    rightName: inLang(SIDE_NAMES[kind].right, lang),
    way,
    source,
    fileName,
    state,
    replaces,
    sample,
    by: byName,
    at: createdAt.toISOString(),
  }
}

export async function roundView(
  context: AppContext,
  region: number,
  id: string,
  lang: Lang,
): Promise<RoundView> {
  const { pool } = context
  const round = await roundOr404(context, region, id)
  let last = await lastRun(pool, region, id)
  if (last?.state === 'running') {
    await tidyRun(pool, region, id)
    last = await lastRun(pool, region, id)
  }
  const shown = round.run === 0 ? null : await findRun(pool, region, id, round.run)
  const replaced = round.replaces === null ? null : await findRound(pool, region, round.replaces)
  const since = shown?.settings.since ?? null
  const { sameCounty, sharedField, keep } = round.options
  return {
    ...itemOf(round, lang),
    sameCounty,
    sharedField,
    keep,
    replacesTitle: replaced?.title ?? null,
    replacedBy: await findReplacing(pool, region, id),
    run: round.run,
    figures: shown?.figures ? { ...shown.figures, counties: [...shown.figures.counties] } : null,
    since: since && { title: since.title, same: since.round === id },
    lastRun: last && runView(last, lang),
    actions: last?.state === 'running' ? [] : roundActions(round.state),
    adjustments: (await adjustmentsOf(pool, region, id)).map(adjustmentView),
    events: (await eventsOf(pool, region, id)).map(({ id: event, action, note, byName, at }) => ({
      id: event,
      action,
      note,
      by: byName,
      at: at.toISOString(),
    })),
  }
}

function runView(run: StoredRun, lang: Lang): NonNullable<RoundView['lastRun']> {
  const { number, state, phase, done, total, problem, byName, startedAt, endedAt } = run
  return {
    number,
    state,
    phase,
    done,
    total,
    problem: problem === null ? null : problemView(problem, lang),
    by: byName,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}

function problemView(code: string, lang: Lang): { message: string; next: string } {
  const { message, next } = ERRORS[code in ERRORS ? (code as ErrorCode) : 'server.failed']
  // Only failures of the server have a number, and runs have none.
  const reference = code === 'server.failed' ? '—' : ''
  return { message: message[lang], next: next[lang].replace('{reference}', reference) }
}

function adjustmentView(one: StoredAdjustment): RoundView['adjustments'][number] {
  const { id, what, leftCode, rightCode, leftName, rightName, reason, byName, at, undoneBy, undoneAt } = one
  return {
    id,
    what,
    left: leftName ?? leftCode,
    right: rightName ?? rightCode,
    present: leftName !== null && rightName !== null,
    reason,
    by: byName,
    at: at.toISOString(),
    undone: undoneAt && { by: undoneBy ?? '', at: undoneAt.toISOString() },
  }
}
