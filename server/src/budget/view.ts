import { addCosts, byBenefit, type Cost } from '@kehui/domain/insights/budget'
import { inForce, type Programme } from '@kehui/domain/rules'
import { inLang, type Lang, parseDay } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { packOf } from '../programmes/view.js'
import { packsOfRegions, regionOf } from '../registry/store-region.js'
import { type Demand, demandsOf } from './demand.js'
import type { Budget, BudgetCost, BudgetKind, BudgetProgramme } from './schema.js'

/** Programmes in force that pay. */
export function payingProgrammes({ library, today }: AppContext): Programme[] {
  const on = parseDay(today()) ?? 0
  return [...library.programmes.values()].filter(
    (programme) => programme.pay !== null && inForce(programme, on),
  )
}

export function payingOr404(context: AppContext, id: string): Programme {
  if (!context.library.programmes.has(id)) throw new HttpError('programme.not-found', { id })
  const found = payingProgrammes(context).find((programme) => programme.id === id)
  if (!found) throw new HttpError('budget.pays-nothing', { id })
  return found
}

/** What programmes cost, by who pays, when, and how sure that is; those of the region's own pack where none is named. */
export async function budgetOf(
  context: AppContext,
  ids: readonly string[] | undefined,
  lang: Lang,
): Promise<Budget> {
  const { pool, library, today } = context
  const region = await regionOf(pool)
  const paying = payingProgrammes(context)
  const pack = (await packsOfRegions(pool)).find((one) => one.id === region)?.pack
  const own = paying.filter((programme) => programme.pack === pack)
  const chosen = ids === undefined ? own : [...new Set(ids)].map((id) => payingOr404(context, id))
  const demands = await demandsOf(context, region, chosen)
  const of = (id: string) => demands.filter(({ programme }) => programme === id)
  const views = chosen.map((programme) => programmeView(context, programme, of(programme.id), lang))
  const rank = (one: Programme) => (one.pack === pack ? 0 : 1)
  return {
    on: today(),
    kinds: [
      ...byBenefit(views.map((view) => ({ ...view, benefit: view.benefit as Programme['benefit'] }))),
    ].map(([benefit, programmes]) => kindView(benefit, programmes, demands)),
    choices: [...paying]
      .sort((a, b) => rank(a) - rank(b))
      .map((programme) => ({
        id: programme.id,
        title: inLang(programme.title, lang),
        pack: programme.pack,
        packTitle: inLang(packOf(library, programme).title, lang),
        benefit: programme.benefit,
      })),
  }
}

function programmeView(
  { library }: AppContext,
  programme: Programme,
  demands: readonly Demand[],
  lang: Lang,
): BudgetProgramme {
  const { id, title, benefit, mode, allocate, points } = programme
  return {
    id,
    title: inLang(title, lang),
    packTitle: inLang(packOf(library, programme).title, lang),
    benefit,
    mode,
    met: demands.filter(({ verdict }) => verdict === 'yes').length,
    open: demands.filter(({ verdict }) => verdict === 'unknown').length,
    unlimited: demands.filter(({ unlimited }) => unlimited).length,
    ...moneyOf(demands),
    declared: allocate && { budgetFen: allocate.budgetFen.toString(), method: allocate.method },
    scored: points.size > 0,
    costs: costsOf(demands),
  }
}

function kindView(
  benefit: string,
  programmes: readonly BudgetProgramme[],
  all: readonly Demand[],
): BudgetKind {
  const ids = new Set(programmes.map(({ id }) => id))
  const demands = all.filter(({ programme }) => ids.has(programme))
  return { benefit, ...moneyOf(demands), costs: costsOf(demands), programmes: [...programmes] }
}

function moneyOf(demands: readonly Demand[]) {
  const sum = (key: 'certainFen' | 'possibleFen') =>
    demands.reduce((total, demand) => total + demand[key], 0n).toString()
  return { certainFen: sum('certainFen'), possibleFen: sum('possibleFen') }
}

const ORDER: readonly string[] = ['国家', '省', '市', '区', 'open']

function costsOf(demands: readonly Demand[]): BudgetCost[] {
  const year = (cost: Cost) => cost.year ?? Number.MAX_SAFE_INTEGER
  return addCosts(demands.flatMap(({ costs }) => costs))
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || year(a) - year(b))
    .map(({ certainFen, possibleFen, ...rest }) => ({
      ...rest,
      certainFen: certainFen.toString(),
      possibleFen: possibleFen.toString(),
    }))
}
