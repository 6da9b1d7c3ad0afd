import type { Page } from 'playwright-core'
import { settled } from '../site.js'
import { goTo, pageView, type View } from './view.js'

const PROGRAMME = 'demo.scale-up'

export async function openPreview(page: Page, programme = PROGRAMME): Promise<void> {
  await goTo(page, '/workbench/leads')
  await page.getByLabel('政策', { exact: true }).selectOption(programme)
  await page.getByRole('button', { name: '预览' }).click()
  await page.locator('dialog .figures').waitFor()
}

/** A list as it is frozen, the second one of its programme. */
export async function freezeList(page: Page, programme = PROGRAMME): Promise<void> {
  await openPreview(page, programme)
  await page.getByLabel('办理人姓名').fill('林晓（示例）')
  await page.getByRole('button', { name: '冻结', exact: true }).click()
  await page.waitForURL(/\/workbench\/leads\/[0-9a-f-]{36}/)
  await page.locator('section .leads-facts').waitFor()
  await settled(page)
}

async function openTab(page: Page, tab: string): Promise<void> {
  await freezeList(page)
  await freezeList(page)
  await page.getByRole('link', { name: tab }).click()
  await page.locator('main h1').waitFor()
  await settled(page)
}

export const leadViews: readonly View[] = [
  pageView('leads', '/workbench/leads', { role: 'clerk' }),
  { name: 'leads-preview', reader: { role: 'clerk' }, open: (page) => openPreview(page) },
  { name: 'lead-list', reader: { role: 'clerk' }, open: (page) => freezeList(page) },
  { name: 'lead-excluded', reader: { role: 'clerk' }, open: (page) => openTab(page, '剔除') },
  {
    name: 'lead-compare',
    reader: { role: 'clerk', large: true },
    open: (page) => openTab(page, '与其他名单比较'),
  },
]
