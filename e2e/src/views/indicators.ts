import type { Page } from 'playwright-core'
import { sampleReport } from '../reports.js'
import { settled } from '../site.js'
import { goTo, type View } from './view.js'

const CLERK = { role: 'clerk' } as const

export async function openIndicator(page: Page, search = ''): Promise<void> {
  await sampleReport(page)
  await goTo(page, `/cockpit/indicators?indicator=技术合同成交额${search}`)
  await page.locator('.indicator-host canvas').first().waitFor()
  await settled(page)
}

async function openChange(page: Page): Promise<void> {
  await sampleReport(page)
  await goTo(page, '/cockpit/indicators/names?q=孵化器')
  await page.getByRole('button', { name: '改名或合并 科技企业孵化器数' }).click()
  await page.getByLabel('“科技企业孵化器数”改叫').fill('众创空间数')
  await page.getByRole('button', { name: '看看会改变什么' }).click()
  await page.getByText('保存后会改变').waitFor()
}

export const indicatorViews: readonly View[] = [
  {
    name: 'indicators',
    reader: CLERK,
    open: async (page) => {
      await sampleReport(page)
      await goTo(page, '/cockpit/indicators')
      await page.locator('.indicator-list').waitFor()
    },
  },
  { name: 'indicator', reader: CLERK, open: (page) => openIndicator(page) },
  {
    name: 'indicator-ranked-large',
    reader: { ...CLERK, large: true, lang: 'en' },
    open: (page) => openIndicator(page, '&shape=bar&span=year'),
  },
  { name: 'indicator-names', reader: CLERK, open: openChange },
]
