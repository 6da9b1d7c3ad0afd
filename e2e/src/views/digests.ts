import type { Page } from 'playwright-core'
import { sampleReport } from '../reports.js'
import { goTo, type View } from './view.js'

const CLERK = { role: 'clerk' } as const

/** Two articles and single figures of a third. */
async function choose(page: Page): Promise<void> {
  await sampleReport(page)
  await goTo(page, '/workbench/digests')
  const report = page.locator('.digest-report', { hasText: '科技情报样刊' })
  await report.locator('summary').first().click()
  for (const place of ['湖南株洲', '江西赣州'])
    await report.getByRole('checkbox', { name: new RegExp(place) }).check()
  const third = report.locator('.digest-articles > li', { hasText: '湖北黄冈' })
  await third.locator('summary').click()
  await third
    .getByRole('checkbox', { name: /技术合同成交额/ })
    .first()
    .check()
}

async function draft(page: Page): Promise<void> {
  await choose(page)
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await page.getByLabel('第 1 句', { exact: true }).first().waitFor()
}

export const digestViews: readonly View[] = [
  { name: 'digests', reader: CLERK, open: choose },
  {
    name: 'digest',
    reader: { ...CLERK, large: true },
    open: async (page) => {
      await draft(page)
      await page.getByRole('checkbox', { name: '收入本期 第 2 句' }).first().uncheck()
    },
  },
  {
    name: 'digest-preview',
    reader: CLERK,
    open: async (page) => {
      await draft(page)
      await page.getByText('重新起草', { exact: true }).click()
      await page.getByRole('button', { name: '看看会改变什么' }).click()
      await page.getByText('没有要变的。').waitFor()
      await page.getByRole('radio', { name: '预览' }).check()
    },
  },
]
