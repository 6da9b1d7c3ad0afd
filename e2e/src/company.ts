import type { Page } from 'playwright-core'
import { settled } from './site.js'

/** Starts as a new company of the sample city and ends on its package. */
export async function startCompany(page: Page, name: string): Promise<string> {
  await page.goto('/companies/new')
  await page.getByLabel('企业名称', { exact: true }).fill(name)
  await page.getByLabel('注册地').fill('云麓区')
  await page.getByRole('button', { name: '开始测算' }).click()
  await page.waitForURL(/\/companies\/(?!new)[^/]+$/)
  await settled(page)
  return new URL(page.url()).pathname
}

/** The counts at the head of a package: can, later, needs, not. */
export async function counts(page: Page): Promise<readonly string[]> {
  await page.locator('.stats').waitFor()
  return page.locator('.stat-count b').allTextContents()
}
