import { bandOf, type Reason, tellReason } from '@kehui/domain/registry/resolve'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { regionOf } from '../registry/store-region.js'
import { kindName } from '../search/find.js'
import type { Duplicate, DuplicateList, DuplicateQuery, DuplicateSide } from './schema.js'
import { findPair, listPairs, pairCounts, type Side, type StoredPair, sidesOf, stepsOf } from './store.js'

const PAGE = 20

export async function duplicateList(
  context: AppContext,
  query: DuplicateQuery,
  lang: Lang,
): Promise<DuplicateList> {
  const { pool } = context
  const { state = 'open', page = 1 } = query
  const region = await regionOf(pool)
  const { pairs, total } = await listPairs(pool, region, { state, limit: PAGE, offset: (page - 1) * PAGE })
  const counts = await pairCounts(pool, region)
  const items = await Promise.all(pairs.map((pair) => viewOf(context, region, pair, lang)))
  return {
    items,
    total,
    pageSize: PAGE,
    counts: { open: counts.open ?? 0, merged: counts.merged ?? 0, apart: counts.apart ?? 0 },
  }
}

export async function duplicateView(context: AppContext, id: string, lang: Lang): Promise<Duplicate | null> {
  const region = await regionOf(context.pool)
  const pair = await findPair(context.pool, region, id)
  return pair && viewOf(context, region, pair, lang)
}

async function viewOf(
  { pool, library }: AppContext,
  region: number,
  pair: StoredPair,
  lang: Lang,
): Promise<Duplicate> {
  const sides = await sidesOf(pool, region, [pair.leftId, pair.rightId])
  const side = (id: string): DuplicateSide | null => {
    const found = sides.get(id)
    if (!found) return null
    const { place, creditCode, code, mergedInto: _mergedInto, ...rest } = found
    return {
      ...rest,
      place: place === null ? null : library.places.path(place) || place,
      code: creditCode ?? code,
    }
  }
  return {
    id: pair.id,
    kind: pair.kind,
    kindName: kindName(pair.kind, lang),
    score: pair.score,
    band: bandOf(pair.score),
    reasons: pair.reasons.map((reason) => ({ text: told(reason, lang), points: reason.points })),
    state: pair.state,
    keep: suggested(sides.get(pair.leftId), sides.get(pair.rightId)) ?? pair.leftId,
    left: side(pair.leftId),
    right: side(pair.rightId),
    steps: (await stepsOf(pool, region, pair.id)).map(({ action, byName, byRole, note, at }) => ({
      action,
      by: byName,
      role: byRole,
      note,
      at,
    })),
  }
}

const FIELDS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  place: { zh: '所在地', en: 'Place' },
  creditCode: { zh: '统一社会信用代码', en: 'Social credit code' },
  code: { zh: '代码', en: 'Code' },
}

function told(reason: Reason, lang: Lang): string {
  const field = reason.about === 'field' ? FIELDS[reason.field]?.[lang] : undefined
  return tellReason(reason.about === 'field' && field !== undefined ? { ...reason, field } : reason, lang)
}

/** With an official code before without, then the one of which more is known, then the older one. */
export function suggested(left: Side | undefined, right: Side | undefined): string | null {
  if (!left || !right) return left?.id ?? right?.id ?? null
  const worth = ({ creditCode, code, facts, records, relations }: Side) =>
    ((creditCode ?? code) ? 1_000_000 : 0) + facts + records + relations
  if (worth(left) !== worth(right)) return worth(left) > worth(right) ? left.id : right.id
  return left.enteredAt <= right.enteredAt ? left.id : right.id
}
