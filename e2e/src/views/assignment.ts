import type { Page } from 'playwright-core'
import { settled } from '../site.js'
import { goTo, pageView, type View } from './view.js'

const CLERK = { role: 'clerk' } as const

/** The round that the samples come with, or any that others of these journeys made of it. */
async function openRound(page: Page, tab: string | null = null): Promise<void> {
  await goTo(page, '/workbench/assignment')
  await page.locator('.items .item').last().click()
  await page.locator('.assignment-figures').waitFor()
  if (tab !== null) await page.getByRole('link', { name: new RegExp(`^${tab}`) }).click()
  await settled(page)
}

export const assignmentViews: readonly View[] = [
  pageView('assignment', '/workbench/assignment', CLERK),
  {
    name: 'assignment-new',
    reader: CLERK,
    open: async (page) => {
      await goTo(page, '/workbench/assignment')
      await page.getByRole('button', { name: '新建一轮' }).click()
      await page.locator('#assignment-file').setInputFiles({
        name: '名单.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('方,编号,名称,名额,意愿\n甲方,1,林晓（示例）,-1,\n乙方,1,上河村（示例）,1,9\n'),
      })
      await page.getByLabel('名称', { exact: true }).fill('试一轮（示例）')
      await page.getByRole('button', { name: '查看内容' }).click()
      await page.locator('.assignment-problems').waitFor()
    },
  },
  { name: 'assignment-round', reader: CLERK, open: (page) => openRound(page) },
  {
    name: 'assignment-alone',
    reader: { ...CLERK, large: true },
    open: (page) => openRound(page, '未分配'),
  },
  {
    name: 'assignment-counties',
    reader: { ...CLERK, lang: 'en' },
    open: (page) => openRound(page, 'Counties'),
  },
  { name: 'assignment-adjustments', reader: CLERK, open: (page) => openRound(page, '人工调整') },
]
