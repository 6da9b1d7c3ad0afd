import type { Allocation, Budget } from '../budget/schema.js'
import type { InLang, Send } from './request.js'

export interface BudgetAsk extends InLang {
  /** Those of the region's own pack where none is named. */
  readonly programme?: readonly string[] | undefined
}

export interface AllocationAsk extends InLang {
  readonly programme: string
  readonly budgetFen: string
  readonly method: Allocation['method']
  readonly partly?: boolean | undefined
  readonly possible?: boolean | undefined
}

export function budgetRoutes(send: Send) {
  return {
    budget: (ask: BudgetAsk = {}) => send<Budget>('/budget', { query: { ...ask } }),
    exportBudget: (ask: BudgetAsk = {}) =>
      send<Blob>('/budget/costs.xlsx', { query: { ...ask }, wantsFile: true }),
    allocation: (ask: AllocationAsk) => send<Allocation>('/budget/allocation', { query: { ...ask } }),
    exportAllocation: (ask: AllocationAsk) =>
      send<Blob>('/budget/allocation.xlsx', { query: { ...ask }, wantsFile: true }),
  }
}
