import { closenessOf, columnsOn } from '@kehui/domain/packs/cultivation'
import type { Cell } from '@kehui/domain/packs/package'
import type { Programme, Verdict } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { packOf } from '../programmes/view.js'
import { assessSubjects, basisOf } from './assess.js'
import { checkedFilter, listOr404, scopeOf } from './lists.js'
import type { MatrixCell, MatrixColumn, MatrixHead, MatrixQuery, MatrixRow, RowsQuery } from './schema.js'
import type { Scope } from './scope.js'
import { staleIds } from './store.js'
import {
  cellsOfProgramme,
  matrixRows,
  orderedIds,
  type Sort,
  type MatrixRow as StoredRow,
  scopeTotals,
  verdictCounts,
} from './store-matrix.js'

const LEVELS: readonly string[] = ['国家', '省', '市', '区']
const PAGE = 50

/** The companies and programmes that a query is about; what it names and there is not is refused. */
export async function scopeOfQuery(context: AppContext, region: number, query: MatrixQuery): Promise<Scope> {
  const { place, park, title, industry, q, only } = query
  const filter = checkedFilter(context, { place, park, title, industry, q })
  const list = query.list === undefined ? null : await listOr404(context, region, query.list)
  const scope = scopeOf(list, filter)
  const [, programme = '', verdict] = /^(.+):(yes|unknown|no)$/.exec(only ?? '') ?? []
  if (verdict === undefined) return scope
  checkProgrammes(context, [programme])
  return { ...scope, only: { programme, verdict: verdict as Verdict } }
}

function checkProgrammes({ library }: AppContext, ids: readonly string[]): void {
  const wrong = ids.find((id) => !library.programmes.has(id))
  if (wrong !== undefined) throw new HttpError('programme.not-found', { id: wrong })
}

/** The programmes that are columns, those of the country first. */
export function columnsOf(
  context: AppContext,
  { pack = [], programme = [] }: Pick<MatrixQuery, 'pack' | 'programme'>,
): Programme[] {
  const { library } = context
  const wrong = pack.filter((id) => !library.packs.has(id))
  if (wrong.length > 0) throw new HttpError('pack.not-found', { packs: wrong })
  checkProgrammes(context, programme)
  const rank = (p: Programme) => LEVELS.indexOf(packOf(library, p).level)
  return [...library.programmes.values()]
    .filter((p) => pack.length === 0 || pack.includes(p.pack))
    .filter((p) => programme.length === 0 || programme.includes(p.id))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

export async function matrixHead(
  context: AppContext,
  region: number,
  query: MatrixQuery,
  lang: Lang,
): Promise<MatrixHead> {
  const { pool, library } = context
  const scope = await scopeOfQuery(context, region, query)
  const { only: _only, ...all } = scope
  const [totals, counted] = [
    await scopeTotals(pool, region, basisOf(context), scope),
    await verdictCounts(pool, region, all),
  ]
  const counts = new Map<string, MatrixColumn['counts']>()
  for (const { programme, verdict, count } of counted) {
    const before = counts.get(programme) ?? { yes: 0, unknown: 0, no: 0 }
    counts.set(programme, { ...before, [verdict]: count })
  }
  const calls = columnsOn(library, context.today())
  const columns = columnsOf(context, query).flatMap((programme): MatrixColumn[] => {
    const count = counts.get(programme.id)
    // One that concerns none of the companies is shown only where it was asked for.
    if (count === undefined && !query.programme?.includes(programme.id)) return []
    const { id, title, mode, benefit } = programme
    const pack = packOf(library, programme)
    const call = calls.get(id)?.call ?? null
    return [
      {
        programme: id,
        title: inLang(title, lang),
        pack: pack.id,
        packTitle: inLang(pack.title, lang),
        level: pack.level,
        mode,
        benefit,
        call: call && { status: call.status, from: call.from, to: call.to },
        counts: count ?? { yes: 0, unknown: 0, no: 0 },
      },
    ]
  })
  return { on: context.today(), ...totals, columns }
}

/** A window of the rows. Those in it that are stale are computed at once; they keep the place that they had. */
export async function matrixWindow(
  context: AppContext,
  region: number,
  query: RowsQuery,
): Promise<MatrixRow[]> {
  const { pool } = context
  const { offset = 0, limit = PAGE, sort = 'near' } = query
  const scope = await scopeOfQuery(context, region, query)
  const programmes = new Set(columnsOf(context, query).map(({ id }) => id))
  const ids = sort.startsWith('programme:')
    ? await byProgramme(context, region, scope, sort.slice('programme:'.length), { offset, limit })
    : await orderedIds(pool, region, scope, sort as Sort, { offset, limit })
  const stale = await staleIds(pool, region, basisOf(context), { limit, among: ids })
  if (stale.length > 0) await assessSubjects(context, region, stale)
  const rows = await matrixRows(pool, region, ids)
  return rows.map((row) => rowView(context, row, programmes))
}

async function byProgramme(
  context: AppContext,
  region: number,
  scope: Scope,
  programme: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<string[]> {
  checkProgrammes(context, [programme])
  const found = await cellsOfProgramme(context.pool, region, scope, programme)
  const ranked = found.map(({ id, cell }) => ({ id, rank: rankOf(cell) }))
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(offset, offset + limit)
    .map(({ id }) => id)
}

/** Those nearest to it first, then those that meet it, then those out of reach, then those whom it does not concern. */
function rankOf(cell: Cell | null): number {
  if (cell === null) return Number.POSITIVE_INFINITY
  if (cell.verdict === 'yes') return Number.MAX_SAFE_INTEGER - 1
  return closenessOf(cell) ?? Number.MAX_SAFE_INTEGER
}

function rowView(
  { library: { places } }: AppContext,
  { cells, place, ...row }: StoredRow,
  programmes: ReadonlySet<string>,
): MatrixRow {
  const shown = Object.entries(cells ?? {}).filter(([id]) => programmes.has(id))
  return {
    ...row,
    place: place === null ? null : places.path(place),
    cells: Object.fromEntries(shown.map(([id, cell]) => [id, cellView(cell)])),
  }
}

function cellView({ verdict, amountFen, missing, judged, nearest, nextYear, kept }: Cell): MatrixCell {
  const [first] = nearest
  return {
    verdict,
    ...(amountFen === null || amountFen.max === '0' ? {} : { amountFen }),
    ...(missing.length === 0 ? {} : { missing: missing.length }),
    ...(judged.length === 0 ? {} : { judged: judged.length }),
    ...(first === undefined ? {} : { moves: first.changes.length }),
    ...(first === undefined && nextYear.length > 0 ? { nextYear: true as const } : {}),
    ...(kept ? {} : { kept: false as const }),
  }
}
