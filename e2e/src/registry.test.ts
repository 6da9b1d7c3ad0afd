import { expect } from 'vitest'
import { startCompany } from './company.js'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()

journey('a figure is found, filled in, seen with its source and undone', async (site) => {
  const { page, complaints, close } = await site.visit()
  const path = await startCompany(page, '云川数据示例有限公司')
  await page.goto(`${path}/facts`)
  await settled(page)
  await page.getByLabel('查找指标').fill('注册地')
  await expect.poll(() => page.locator('.fact-table tbody tr').count()).toBe(1)
  await page.getByText('登记时填写').waitFor()
  await page.getByLabel('查找指标').fill('高新技术企业')
  await page.getByRole('button', { name: '填写高新技术企业', exact: true }).click()
  await page.getByRole('dialog').getByRole('radio', { name: '是' }).check()
  await page.getByRole('dialog').getByRole('button', { name: '保存并重新测算' }).click()
  await page.getByRole('button', { name: /高新技术企业：是/ }).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '填写高新技术企业', exact: true }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

journey('a figure is asked for in the page, not in a dialog, in large text', async (site) => {
  const { page, close } = await site.visit({ width: 390, large: true })
  const path = await startCompany(page, '云川长辈示例有限公司')
  await page.goto(`${path}/facts`)
  await settled(page)
  await page.locator('.cell').first().click()
  await page.locator('form.answer').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await close()
})
