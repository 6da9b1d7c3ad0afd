import type { Page } from 'playwright-core'
import { startCompany } from '../company.js'
import { goTo, type View } from './view.js'

const PROGRAMME = 'demo.high-tech-award'

/** A company that follows a programme, on the page of its programme. */
async function openFollow(page: Page): Promise<void> {
  const path = await startCompany(page, '云川关注看样示例有限公司')
  await goTo(page, `${path}?entry=${PROGRAMME}~${path.split('/').at(-1)}`)
  await page.getByRole('button', { name: '关注', exact: true }).click()
  await page.getByRole('button', { name: '开始关注' }).waitFor()
}

async function openNotices(page: Page): Promise<void> {
  await openFollow(page)
  await page.getByRole('button', { name: '开始关注' }).click()
  await page.getByRole('link', { name: '已关注' }).click()
  await page.locator('#follows-title').waitFor()
}

export const noticeViews: readonly View[] = [
  { name: 'follow', open: openFollow },
  { name: 'notices', open: openNotices },
]
