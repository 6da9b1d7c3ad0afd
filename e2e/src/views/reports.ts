import type { Page } from 'playwright-core'
import { handIn, PICTURE, policyReport } from '../batch.js'
import { editorReady } from '../editor.js'
import { goTo, type View } from './view.js'

const reader = { role: 'clerk' } as const

let batches = 0

/** Its report; earlier batches stand below. */
async function readBatch(page: Page): Promise<string> {
  batches += 1
  const name = `看样报告（${batches}）.txt`
  await goTo(page, '/workbench/reports')
  await handIn(page, [
    { name, content: policyReport() },
    { name: '看样图.png', content: PICTURE },
  ])
  const batch = page.locator('.batch', { hasText: name })
  await batch.getByRole('link', { name }).waitFor()
  await batch.locator('.batch-file .tag.no').waitFor()
  return name
}

async function openReport(page: Page): Promise<void> {
  const name = await readBatch(page)
  await page.locator('.batch').getByRole('link', { name }).click()
  await page.locator('.fact-mark').first().click()
  await page.locator('.report-side.chosen').waitFor()
}

export const reportViews: readonly View[] = [
  {
    name: 'reports',
    reader,
    open: async (page) => {
      await readBatch(page)
    },
  },
  { name: 'report-read', reader: { ...reader, large: true }, open: openReport },
  {
    name: 'report-withdrawn',
    reader: { role: 'service-team', lang: 'en' },
    open: async (page) => {
      await openReport(page)
      await page.getByRole('button', { name: 'Withdraw this report' }).click()
      await page.locator('.notice.warn').waitFor()
    },
  },
  {
    name: 'sandbox-draft',
    reader,
    open: async (page) => {
      await openReport(page)
      await page.locator('.report-articles a').nth(1).click()
      await page.getByRole('link', { name: /在政策沙盒中打开/ }).click()
      await editorReady(page, 'sandbox-text')
      await page.locator('.sandbox-figures').waitFor()
    },
  },
]
