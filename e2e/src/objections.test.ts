import { expect } from 'vitest'
import { startCompany } from './company.js'
import { journeys } from './journey.js'
import { focused } from './keyboard.js'
import { settled } from './site.js'

const journey = journeys()

journey('an objection is raised once, leads on from where it was raised, and is withdrawn', async (site) => {
  const { page, complaints, close } = await site.visit({ width: 390 })
  const path = await startCompany(page, '云川异议示例有限公司')
  await page.goto(`${path}?entry=cn.tech-sme~${path.split('/').at(-1)}`)
  await page.getByRole('button', { name: '这条不对：职工总数不超过 500 人' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '提交' }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('哪里不对，依据是什么').fill('年末参保人数是 80 人。')
  await dialog.getByRole('button', { name: '提交' }).click()
  await page.getByText(/已提交，主管部门应在/).waitFor()
  const raised = page.getByRole('link', { name: '异议待受理' })
  await raised.waitFor()
  await expect.poll(() => focused(page)).toContain('异议待受理')
  await raised.click()
  await page.getByRole('button', { name: '撤回异议' }).click()
  await page.getByText('已撤回。').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('objection-title')
  await page.getByRole('link', { name: '看政策礼包' }).click()
  await page.getByRole('button', { name: '这条不对：职工总数不超过 500 人' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

journey(
  'scores and conditions within others have room for their words on the smallest screen',
  async (site) => {
    const { page, close } = await site.visit({ width: 320, large: true })
    const path = await startCompany(page, '云川窄屏示例有限公司')
    await page.goto(`${path}?entry=cn.tech-sme~${path.split('/').at(-1)}`)
    await page.locator('.pay-lines .pay-lines').first().waitFor()
    await settled(page)
    const widths = await page
      .locator('.pay-line > div, .condition-head h4')
      .evaluateAll((found) =>
        found.map((element) => [
          element.getBoundingClientRect().width,
          Number.parseFloat(getComputedStyle(element).fontSize),
        ]),
      )
    expect(widths.length).toBeGreaterThan(10)
    for (const [width = 0, size = 0] of widths) expect(width / size).toBeGreaterThan(4)
    await close()
  },
)

journey('a place that is not found is chosen among those that may be meant', async (site) => {
  const { page, close } = await site.visit()
  await page.goto('/companies/new')
  await page.getByLabel('孵化载体').check()
  await page.getByLabel('名称', { exact: true }).fill('云川选地示例孵化器（示例）')
  await page.getByLabel('注册地').fill('云川市东城区')
  await page.getByRole('button', { name: '开始测算' }).click()
  await page.getByRole('button', { name: '示例省云川市云麓区' }).click()
  expect(await page.getByLabel('注册地').inputValue()).toBe('示例省云川市云麓区')
  await page.getByRole('button', { name: '开始测算' }).click()
  await page.waitForURL(/\/companies\/(?!new)[^/]+$/)
  await settled(page)
  expect(await page.locator('.who').textContent()).toContain('云川选地示例孵化器（示例）')
  await close()
})

journey('the pages of staff tell a company whose they are, and ask the server for nothing', async (site) => {
  const { page, complaints, close } = await site.visit()
  for (const path of ['/workbench/objections', '/workbench/matrix', '/workbench/desk']) {
    await page.goto(path)
    await page.getByText('工作台供科技部门和服务队使用。', { exact: false }).waitFor()
    await settled(page)
  }
  expect(complaints).toEqual([])
  await close()
})
