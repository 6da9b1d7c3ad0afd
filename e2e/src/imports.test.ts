import { statSync } from 'node:fs'
import { expect } from 'vitest'
import { journeys } from './journey.js'
import { confirmSheet, uploadSheet } from './sheet.js'
import { settled } from './site.js'

const journey = journeys()

journey('a sheet is previewed, asked about, imported and taken back', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'service-team' })
  await uploadSheet(page, '撤回')
  await page.getByRole('heading', { name: '示例企业.csv' }).waitFor()
  await page.getByText('“研发费用”没有写单位').waitFor()
  await page.getByText('第 4 行 · 企业名称').waitFor()
  const confirm = page.getByRole('button', { name: '确认导入' })
  expect(await confirm.getAttribute('aria-disabled')).toBe('true')
  await confirm.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio')
  await confirmSheet(page)
  expect(await page.locator('#done-title').textContent()).toContain('新增')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('done-title')
  await page.getByRole('button', { name: '看这些企业的培育矩阵' }).click()
  await page.waitForURL(/\/workbench\/matrix\?list=/)
  await page.getByText(/^\d+ 家企业，/).waitFor()
  expect(await page.locator('.segments [aria-current]').allTextContents()).toEqual(['矩阵'])
  await page.getByRole('link', { name: '变化', exact: true }).click()
  await page.waitForURL(/tab=changes/)
  await settled(page)
  expect(await page.locator('.segments [aria-current]').allTextContents()).toEqual(['变化'])
  await page.goto('/companies?q=云川撤回甲')
  await page.locator('.results a').first().waitFor()
  await page.goto('/imports')
  await page
    .getByRole('link', { name: /示例企业\.csv/ })
    .first()
    .click()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('status').getByText('已撤销这次导入').waitFor()
  await page.goto('/companies?q=云川撤回甲')
  await settled(page)
  expect(await page.locator('.results a').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

journey('the problems of a sheet are downloaded as a workbook', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'service-team' })
  await uploadSheet(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载问题清单' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/示例企业.*\.xlsx$/)
  expect(statSync(await file.path()).size).toBeGreaterThan(1000)
  expect(complaints).toEqual([])
  await close()
})

journey('a column is given another meaning, and left out', async (site) => {
  const { page, close } = await site.visit({ role: 'service-team' })
  await uploadSheet(page)
  const column = page.locator('.column', { hasText: '负责人' })
  expect(await column.locator('select').inputValue()).toBe('')
  const spending = page.locator('.column').filter({ has: page.locator('b', { hasText: /^研发费用$/ }) })
  await spending.locator('select').first().selectOption('')
  await page.getByText('“研发费用”没有写单位').waitFor({ state: 'detached' })
  await close()
})

journey('what is no sheet is refused at its field, and nothing is kept', async (site) => {
  const { page, close } = await site.visit({ role: 'service-team' })
  await page.goto('/imports')
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('import-file')
  await page.locator('#import-file').setInputFiles({
    name: '不是表格.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK 不是表格'),
  })
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.locator('#import-error').waitFor()
  await page.waitForTimeout(200)
  expect(new URL(page.url()).pathname).toBe('/imports')
  expect(await page.getByText('不是表格.xlsx', { exact: true }).count()).toBe(0)
  await close()
})

journey('a company manager is told who may import', async (site) => {
  const { page, close } = await site.visit()
  await page.goto('/imports')
  await page.getByRole('button', { name: '切换为服务专员' }).click()
  await page.locator('#import-file').waitFor()
  await close()
})
