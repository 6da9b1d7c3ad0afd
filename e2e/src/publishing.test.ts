import { createClient } from '@kehui/server/client'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cursorIn, editorReady, editorText, writeEditor } from './editor.js'
import { journeys } from './journey.js'
import {
  actAs,
  CHEN,
  LIN,
  raised,
  rewrite,
  SUBSIDY,
  startDraft,
  takeStep,
  workOutEffect,
} from './publishing.js'
import { type Site, settled } from './site.js'

const journey = journeys()
const FACTS = {
  重大事故或失信: '否',
  逾期未验收: '否',
  '年销售收入@2025': '1000 万元',
  '研发费用.加计扣除@2025': '55 万元',
  '研发费用.加计扣除@2024': '200 万元',
}

/** A company just above the threshold in force. */
async function companyAtThreshold({ address }: Site): Promise<string> {
  const client = createClient({ baseUrl: address, role: () => 'manager', lang: () => 'zh' })
  const name = '云川门槛旅程示例有限公司'
  const { id } = await client.createSubject({ name, audience: 'enterprise', place: '云麓区' })
  await client.saveFacts(id, { facts: FACTS })
  return id
}

async function verdictFor(page: Page, company: string): Promise<string> {
  await page.goto(`/companies/${company}?entry=demo.rd-subsidy~${company}`)
  await settled(page)
  await page.locator('#entry-title').waitFor()
  return (await page.locator('main').textContent()) ?? ''
}

journey(
  'a threshold is raised by one clerk, signed by another, seen by a company, and withdrawn',
  async (site) => {
    const company = await companyAtThreshold(site)
    const manager = await site.visit()
    expect(await verdictFor(manager.page, company)).toContain('全部条件符合')
    const { page, complaints, close } = await site.visit({ role: 'clerk' })
    await startDraft(page, SUBSIDY)
    await rewrite(page, raised)
    await page.getByText(/写法无误/).waitFor()
    await workOutEffect(page)
    await page.getByRole('link', { name: '云川门槛旅程示例有限公司' }).waitFor()
    await takeStep(page, '送审')
    await page.getByText(`文本由 ${LIN} 编写，须由另一位经办人签署。`).waitFor()
    expect(await verdictFor(manager.page, company)).toContain('全部条件符合')
    await actAs(page, CHEN)
    await takeStep(page, '审核并签署')
    await takeStep(page, '发布')
    await page.getByText('已发布', { exact: true }).first().waitFor()
    expect(await verdictFor(manager.page, company)).not.toContain('全部条件符合')
    await takeStep(page, '撤回', '口径尚待商榷')
    expect(await verdictFor(manager.page, company)).toContain('全部条件符合')
    await page.getByText('口径尚待商榷').waitFor()
    expect(complaints).toEqual([])
    expect(manager.complaints).toEqual([])
    await manager.close()
    await close()
  },
)

journey('what is not saved is there again; a mistake leads to its line', async (site) => {
  const { page, close } = await site.visit({ role: 'clerk' })
  await startDraft(page, SUBSIDY)
  await writeEditor(page, (await editorText(page)).replace('mode: 审核', 'mode: 审合'))
  const problem = page.getByRole('button', { name: /取值不在可选范围内/ })
  await problem.click()
  expect(await cursorIn(page)).toBeGreaterThan(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('draft-text')
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await settled(page)
  await page.getByText('找回了上次没有保存的改动。').waitFor()
  await editorReady(page)
  expect(await editorText(page)).toContain('mode: 审合')
  await page.getByRole('button', { name: '放弃改动，看已保存的文本' }).click()
  expect(await editorText(page)).toContain('mode: 审核')
  await takeStep(page, '废弃草稿', '只是试写')
  await close()
})

journey('drafts are for clerks: a manager is told so', async (site) => {
  const { page, close } = await site.visit()
  await page.goto('/workbench/publishing')
  await settled(page)
  await page.getByText('草稿只供科技部门的政策编写人员使用。').waitFor()
  expect(await page.getByLabel('从现行政策起草').count()).toBe(0)
  await close()
})

journey('of two who write at once, the second is told, sees both texts and loses nothing', async (site) => {
  const first = await site.visit({ role: 'clerk' })
  await startDraft(first.page, SUBSIDY)
  const second = await site.visit({ role: 'clerk', large: true })
  await second.page.goto(new URL(first.page.url()).pathname)
  await settled(second.page)
  await actAs(second.page, CHEN)
  await rewrite(second.page, (text) => `${text}# 乙写的一行\n`)
  await writeEditor(first.page, `${await editorText(first.page)}# 甲写的一行\n`)
  await first.page.getByRole('button', { name: '保存', exact: true }).click()
  const told = first.page.getByText(`${CHEN} 在此期间保存了新的一稿。你的文本还在编辑框里，没有丢。`)
  await told.waitFor()
  await first.page.getByText('对方的文本与你的差别').click()
  await first.page.getByText('# 乙写的一行').first().waitFor()
  expect(await editorText(first.page)).toContain('# 甲写的一行')
  await first.page.getByRole('button', { name: '以我的文本为准保存' }).click()
  await told.waitFor({ state: 'detached' })
  await second.page.reload()
  await settled(second.page)
  await editorReady(second.page)
  expect(await editorText(second.page)).toContain('# 甲写的一行')
  await second.page.getByRole('button', { name: '废弃草稿' }).click()
  expect(await second.page.getByRole('dialog').count()).toBe(0)
  await second.page.getByLabel('理由').fill('只是试写')
  await second.page.getByRole('button', { name: '废弃草稿', exact: true }).last().click()
  await second.page.getByText('已办理：废弃草稿').waitFor()
  await first.close()
  await second.close()
})
