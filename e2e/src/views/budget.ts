import type { Page } from 'playwright-core'
import { settled } from '../site.js'
import { goTo, type View } from './view.js'

export async function openBudget(page: Page, search = ''): Promise<void> {
  await goTo(page, `/cockpit/budget${search}`)
  await page.locator('.budget-form').waitFor({ timeout: 60_000 })
  await settled(page)
}

export async function allocate(page: Page, method: string, amount: string): Promise<void> {
  await page.getByLabel('政策', { exact: true }).selectOption('demo.rd-subsidy')
  await page.getByLabel('分配方法').selectOption(method)
  await page.getByLabel(/^预算（/).fill(amount)
  await page.getByRole('button', { name: '测算分配' }).click()
  await page.getByText(/^足额 \d+ 家/).waitFor({ timeout: 60_000 })
}

async function openAllocation(page: Page): Promise<void> {
  await openBudget(page, '?programme=["demo.rd-subsidy","demo.scale-up"]')
  await allocate(page, 'first-come', '100')
  await settled(page)
}

export const budgetViews: readonly View[] = [
  { name: 'budget', reader: { role: 'clerk' }, open: (page) => openBudget(page) },
  { name: 'budget-allocation', reader: { role: 'clerk' }, open: openAllocation },
  {
    name: 'budget-large',
    reader: { role: 'clerk', large: true },
    open: (page) => openBudget(page, '?programme=["demo.little-giant-award"]'),
  },
]
