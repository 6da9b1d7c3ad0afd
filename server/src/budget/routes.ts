import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireRole } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { allocationOf } from './allocation.js'
import { allocationWorkbook, budgetWorkbook } from './export.js'
import { Allocation, AllocationQuery, Budget, BudgetQuery } from './schema.js'
import { budgetOf } from './view.js'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What programmes cost, and who falls out where the budget is short; for the bureau only. */
export async function budgetRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'clerk')
  })
  api.get(
    '/budget',
    {
      schema: {
        summary: 'What programmes cost by who pays, year and how sure it is; kinds of benefit apart',
        querystring: BudgetQuery,
        response: { 200: Budget },
      },
    },
    async (request) => budgetOf(context, request.query.programme, languageOf(request)),
  )
  api.get(
    '/budget/costs.xlsx',
    { schema: { summary: 'The same as a workbook', querystring: BudgetQuery, produces: [XLSX] } },
    async (request, reply) => {
      const lang = languageOf(request)
      const budget = await budgetOf(context, (request.query as BudgetQuery).programme, lang)
      const name = encodeURIComponent(`${lang === 'zh' ? '资金测算' : 'budget'}-${budget.on}.xlsx`)
      return reply
        .type(XLSX)
        .header('content-disposition', `attachment; filename="budget.xlsx"; filename*=UTF-8''${name}`)
        .send(budgetWorkbook(budget, lang))
    },
  )
  api.get(
    '/budget/allocation',
    {
      schema: {
        summary: 'Who is paid what where the budget is short: never more than it in all, exact to the fen',
        querystring: AllocationQuery,
        response: { 200: Allocation },
      },
    },
    async (request) => allocationOf(context, request.query, languageOf(request)),
  )
  api.get(
    '/budget/allocation.xlsx',
    { schema: { summary: 'The same as a workbook', querystring: AllocationQuery, produces: [XLSX] } },
    async (request, reply) => {
      const lang = languageOf(request)
      const found = await allocationOf(context, request.query as AllocationQuery, lang)
      const name = encodeURIComponent(`${lang === 'zh' ? '资金分配' : 'allocation'}-${found.title}.xlsx`)
      return reply
        .type(XLSX)
        .header('content-disposition', `attachment; filename="allocation.xlsx"; filename*=UTF-8''${name}`)
        .send(allocationWorkbook(found, lang))
    },
  )
}
