import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser, launchBrowser, NO_BROWSER } from './browser.js'
import { assessed, enterCompanies, staffClient } from './many-companies.js'
import { type RunningServer, startServer } from './server.js'

/** Figures are printed, not asserted: how fast a machine is, is no mistake of ours. */
const COMPANIES = 5_000
const noBrowser = findBrowser() === undefined
const folder = mkdtempSync(join(tmpdir(), 'kehui-matrix-'))
let server: RunningServer
let browser: Browser

function told(what: string, ms: number): void {
  console.log(`${COMPANIES} companies: ${what} ${(ms / 1000).toFixed(2)} s`)
}

beforeAll(async () => {
  if (noBrowser) return
  // A server of its own: thousands of companies would be in the way of the other journeys.
  server = await startServer()
  browser = await launchBrowser()
  const client = staffClient(server.address)
  await assessed(client)
  await enterCompanies(client, COMPANIES)
  told('all results computed in', await assessed(client))
}, 300_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await browser?.close()
  await server?.stop()
})

async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: server.address,
    viewport: { width: 1440, height: 900 },
  })
  const preferences = JSON.stringify({ lang: 'zh', role: 'clerk', names: { clerk: '林晓' } })
  await context.addInitScript((text) => localStorage.setItem('kehui.preferences', text), preferences)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const since = performance.now()
  await page.goto(path)
  await page.locator('.matrix-words').first().waitFor()
  told(`first rows of ${path} in`, performance.now() - since)
  return { page, complaints }
}

const activePlace = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    return at instanceof HTMLElement ? (at.dataset.at ?? null) : null
  })

interface Scrolled {
  /** Milliseconds of each frame. */
  readonly frames: readonly number[]
  /** Milliseconds of each task that kept the page busy for more than 50. */
  readonly tasks: readonly number[]
}

/** What scrolling the grid down and across costs. */
function scrolled(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
    const grid = document.querySelector('.matrix-grid')
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    const frames: number[] = []
    let last = performance.now()
    for (let i = 0; i < 300; i += 1) {
      if (i % 5 === 0) grid?.scrollBy(40, 0)
      grid?.scrollBy(0, 120)
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      frames.push(now - last)
      last = now
    }
    observer.disconnect()
    return { frames: frames.slice(1), tasks }
  })
}

test('thousands of companies are scrolled, walked by keyboard, opened and filtered', async ({ skip }) => {
  skip(noBrowser, NO_BROWSER)
  const { page, complaints } = await open('/workbench/matrix')
  await page.getByText(/^5,?220 家企业/).waitFor()
  const { frames: drawn, tasks } = await scrolled(page)
  const frames = [...drawn].sort((a, b) => a - b)
  const at = (share: number) => (frames[Math.floor(frames.length * share)] ?? 0).toFixed(0)
  const long = frames.filter((frame) => frame > 50).length
  console.log(
    `scrolling: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, ${long} of ${frames.length} frames above 50 ms; tasks above 50 ms: ${tasks.length}`,
  )
  // Only what is in view is in the page.
  expect(await page.locator('tr.matrix-row').count()).toBeLessThan(60)

  await page.locator('[data-at="-1:-1"], [tabindex="0"][data-at]').first().focus()
  await page.keyboard.press('Control+Home')
  await expect.poll(() => activePlace(page), { timeout: 15_000 }).toBe('0:-1')
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expect.poll(() => activePlace(page), { timeout: 15_000 }).toBe('1:1')
  await page.keyboard.press('Control+End')
  await expect.poll(() => activePlace(page), { timeout: 15_000 }).toMatch(/^5219:/)
  await page.keyboard.press('Control+Home')
  await expect.poll(() => activePlace(page), { timeout: 15_000 }).toBe('0:-1')
  await page.locator('[data-at="0:0"] .matrix-words, [data-at="0:1"] .matrix-words').first().waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.locator('dialog h3').first().waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => activePlace(page), { timeout: 15_000 }).toBe('0:0')

  const waitsFor = page.waitForURL(/place=/)
  await page.getByLabel('所在地').selectOption({ label: '示例省云川市云麓区' })
  await waitsFor
  await page.reload()
  await page.locator('.matrix-words').first().waitFor()
  expect(await page.getByLabel('所在地').inputValue()).toBe('990102')
  expect(complaints).toEqual([])
  await page.context().close()
}, 120_000)

test('a list is saved, deleted and brought back; its workbook is downloaded', async ({ skip }) => {
  skip(noBrowser, NO_BROWSER)
  const { page, complaints } = await open('/workbench/matrix?title=高新技术企业')
  await page.getByRole('button', { name: '存为名单' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('请填写名单名称。').waitFor()
  await page.getByLabel('名单名称').fill('高企培育')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/list=/)
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已恢复名单“高企培育”。').waitFor()
  await page.waitForURL(/list=/)

  for (const [rows, name] of [
    ['全部结论', 'all.xlsx'],
    ['只要可培育的', 'cultivable.xlsx'],
  ] as const) {
    await page.goto('/workbench/matrix')
    await page.locator('.matrix-words').first().waitFor()
    await page.getByRole('button', { name: '导出培育清单' }).click()
    await page.getByRole('radio', { name: rows }).click()
    const since = performance.now()
    const download = page.waitForEvent('download', { timeout: 60_000 })
    await page.getByRole('button', { name: '开始导出' }).click()
    await (await download).saveAs(join(folder, name))
    told(`export (${name}) in`, performance.now() - since)
    const sheets = await readXlsxFile(join(folder, name))
    expect(sheets.map(({ sheet }) => sheet).slice(0, 2)).toEqual(['总览', '企业汇总'])
    expect(sheets[1]?.data.length).toBe(COMPANIES + 220 + 1)
  }
  // When a day begins everything is computed anew; the page then waits for it, asking again (409).
  expect(complaints.filter((complaint) => !complaint.includes('status of 409'))).toEqual([])
  await page.context().close()
}, 180_000)

test('what an answer changes is listed with its reason', async ({ skip }) => {
  skip(noBrowser, NO_BROWSER)
  const client = staffClient(server.address)
  const { items } = await client.subjects({ q: '云川样本00007' })
  const id = items[0]?.id ?? ''
  await client.saveFacts(id, { facts: { 职工总数: '80 人' } })
  await assessed(client)
  await client.saveFacts(id, { facts: { 职工总数: '801 人' } })
  await assessed(client)
  const { page } = await open('/workbench/matrix?q=云川样本00007')
  await page.getByRole('link', { name: '变化', exact: true }).click()
  await page.waitForURL(/tab=changes/)
  await page
    .getByText(/职工总数.*80 人 → 801 人/)
    .first()
    .waitFor()
  await page.context().close()
}, 60_000)
