import type { Page } from 'playwright-core'
import { startCompany } from '../company.js'
import { settled } from '../site.js'
import { goTo, pageView, type View } from './view.js'

/** A company that fails one condition of a programme, on the desk. */
async function openAnswer(page: Page): Promise<void> {
  const path = await startCompany(page, '云川来电看样示例有限公司')
  const id = path.split('/').at(-1)
  await goTo(page, `/workbench/desk?company=${id}&programme=cn.tech-sme~${id}`)
  await page.locator('.desk-answer').waitFor()
}

async function openNote(page: Page): Promise<void> {
  await openAnswer(page)
  await page.getByRole('button', { name: '记一笔' }).click()
}

async function openObjection(page: Page): Promise<void> {
  const path = await startCompany(page, '云川异议看样示例有限公司')
  await goTo(page, `${path}?entry=cn.tech-sme~${path.split('/').at(-1)}`)
  await page.getByRole('button', { name: '提出异议' }).click()
  await page.getByLabel('哪里不对，依据是什么').fill('年末参保人数是 498 人，社保缴费记录可以证明。')
  await page.getByLabel('您的姓名').fill('王示例')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await page.locator('#timeline-title').waitFor()
}

async function openCorrection(page: Page): Promise<void> {
  await openObjection(page)
  await page.getByRole('button', { name: '更正数据' }).click()
  await page.locator('section form').waitFor()
}

/** The matrix once everything is computed: until then its figures move. */
async function openMatrix(page: Page, search = ''): Promise<void> {
  await goTo(page, `/workbench/matrix${search}`)
  await page.locator('.matrix-words').first().waitFor()
  await page.locator('.matrix-pending progress').waitFor({ state: 'detached', timeout: 50_000 })
  await settled(page)
}

async function openCell(page: Page): Promise<void> {
  await openMatrix(page)
  await page.locator('td.matrix-cell, .matrix-card-cells button').first().click()
  await page.locator('dialog h3').first().waitFor()
}

export const workbenchViews: readonly View[] = [
  pageView('duplicates', '/workbench/duplicates', { role: 'clerk' }),
  pageView('workbench', '/workbench', { role: 'clerk' }),
  pageView('desk', '/workbench/desk', { role: 'service-team' }),
  { name: 'desk-answer', reader: { role: 'service-team' }, open: openAnswer },
  { name: 'desk-note', reader: { role: 'service-team', large: true }, open: openNote },
  { name: 'objection', reader: { role: 'manager' }, open: openObjection },
  { name: 'objection-correction', reader: { role: 'clerk' }, open: openCorrection },
  pageView('objections', '/workbench/objections', { role: 'clerk' }),
  { name: 'matrix', reader: { role: 'clerk' }, open: (page) => openMatrix(page) },
  { name: 'matrix-large', reader: { role: 'service-team', large: true }, open: (page) => openMatrix(page) },
  {
    name: 'matrix-programme',
    reader: { role: 'clerk', lang: 'en' },
    open: (page) => openMatrix(page, '?programme=cn.tech-sme&verdict=unknown'),
  },
  { name: 'matrix-cell', reader: { role: 'clerk' }, open: openCell },
  pageView('matrix-changes', '/workbench/matrix?tab=changes&since=2026-01-01', { role: 'clerk' }),
  pageView('matrix-empty', '/workbench/matrix?q=没有这家企业', { role: 'clerk' }),
]
