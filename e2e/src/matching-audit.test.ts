import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.js'
import { findBrowser, launchBrowser, NO_BROWSER } from './browser.js'
import { enterPast } from './past-introductions.js'
import { type RunningServer, startServer } from './server.js'
import { overflow, settled } from './site.js'

const noBrowser = findBrowser() === undefined
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  if (noBrowser) return
  // A server of its own: weights in force would change what other journeys find.
  server = await startServer()
  browser = await launchBrowser()
  await enterPast(server.address, 32)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('what matches led to is seen; learned weights are tested, signed into force and taken back', async ({
  skip,
}) => {
  skip(noBrowser, NO_BROWSER)
  const context = await browser.newContext({ baseURL: server.address, viewport: { width: 390, height: 900 } })
  const preferences = JSON.stringify({ lang: 'zh', role: 'clerk', names: { clerk: '林晓（示例）' } })
  await context.addInitScript((text) => localStorage.setItem('kehui.preferences', text), preferences)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto('/cockpit/matching')
  await page.locator('.audit-chart canvas').waitFor()
  await page.getByText('92 次', { exact: true }).waitFor()
  await page.getByText(/由 82 次结果明确的对接学得，其中 44 次匹配正确/).waitFor()

  await page.locator('summary', { hasText: '冻结今天的测试集' }).click()
  await page.getByRole('button', { name: '冻结今天的测试集' }).click()
  await page.getByText('写明名称并署名。').waitFor()
  await page.getByLabel('名称', { exact: true }).fill('冬季测试集（示例）')
  await page.getByRole('button', { name: '冻结今天的测试集' }).click()
  await page.getByRole('heading', { name: '冬季测试集（示例）' }).waitFor()
  await page.getByRole('button', { name: '与学得的比较' }).click()
  await page.getByRole('rowheader', { name: 'nDCG@10' }).waitFor()

  await page.locator('summary', { hasText: '启用学得的权重' }).click()
  await page.getByLabel('为什么启用').fill('按去年的结果调整')
  await page.getByRole('button', { name: '署名启用' }).click()
  await page.getByText(/现行：由对接结果学得的权重/).waitFor()
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
  }
  await page.locator('summary', { hasText: '撤回' }).click()
  await page.getByLabel('为什么撤回').fill('先观察')
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByText(/现行：全国通用权重/).waitFor()
  await page.getByText(/林晓（示例） 于 .* 撤回：先观察/).waitFor()

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  expect((await saved).suggestedFilename()).toBe('对接质量.xlsx')
  expect(complaints).toEqual([])
})
