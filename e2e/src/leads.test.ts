import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'
import { allocate, openBudget } from './views/budget.js'
import { freezeList } from './views/leads.js'

const journey = journeys()

journey('a list is frozen, exported, withdrawn with a reason, and stands again', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'clerk' })
  await freezeList(page, 'demo.specialised-award')
  await page.getByText('拟兑现线索').first().waitFor()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const file = await (await waiting).path()
  const sheets = await readXlsxFile(readFileSync(file))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['说明', '线索', '剔除'])
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  const dialog = page.locator('dialog')
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await dialog.getByText('写明为什么撤回').waitFor()
  await dialog.getByLabel('撤回理由').fill('公示期间有异议')
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByText('已撤回', { exact: true }).waitFor()
  await page.getByRole('button', { name: '取消撤回' }).first().click()
  await page.getByText('有效', { exact: true }).waitFor()
  await page.getByRole('link', { name: /^剔除/ }).click()
  await page.getByLabel('原因').waitFor()
  await settled(page)
  expect(complaints).toEqual([])
  await close()
})

journey('a budget that is short says who falls out', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'clerk' })
  await openBudget(page)
  await page.getByLabel(/^预算（/).fill('不是数')
  await page.getByRole('button', { name: '测算分配' }).click()
  await page.getByText('填写不小于零的数，最多到分').waitFor()
  await allocate(page, 'first-come', '100')
  await page.getByLabel('只看未足额的').check()
  await page.getByText('未安排').first().waitFor()
  await allocate(page, 'pro-rata', '100')
  await page.getByText(/^足额 0 家，部分 \d+ 家，未安排 0 家/).waitFor()
  expect(complaints).toEqual([])
  await close()
})
